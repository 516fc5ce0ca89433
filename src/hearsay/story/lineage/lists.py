"""Words that lineage goes by: English of the news trade, the project's own lists."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

SCALE = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9,
    "tn": 1e12, "trillion": 1e12, "hundred": 1e2, "dozen": 12.0, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
"""What a word after a number multiplies it by."""
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMERALS = {word: float(value) for value, word in enumerate(_ONES.split(" "))} | {
    word: 10.0 * value for value, word in enumerate(_TENS.split(" "), start=2)
}
DATED = frozenset(MONTHS) | _words(
    "january february march april june july august september sept october november december"
)
"""Before a number these make it a day."""
UNNAMED = (
    DATED
    | frozenset(DAYS)
    | _words(
        "mr mrs ms dr prof gen col lt maj capt president prime minister secretary senator sen rep governor king queen "
        "prince pope judge justice sir lord lady the a an i"
    )
)
"""Words with a capital that are no name by themselves."""
COMMON = _words(
    "about above according accord across added adding after again against agency agreed almost along already also "
    "although always among announced another around asked because become before began being below between beyond both "
    "called could country day days declared declined described despite did does doing during each earlier either "
    "enough even ever every expect expected expects far few following for former found friday from further gave give "
    "given going government had has have having held her here high him himself his house how however including into "
    "just keep kept known last late later least left less like long made make makes making many may meanwhile meeting "
    "might month months more most much must near nearly never next not nothing now number off official officials "
    "often once one only other others our out over own paper part people per percent person place put quoted rather "
    "reached read really report reported reporters reports right said same saying says second see seen several she "
    "should show showed since some something soon spoke spokesman spokeswoman statement still such take taken than "
    "that their them then there these they thing things think third this those though three through time times today "
    "together told too took toward towards two under until upon used very want wanted was way week weeks well went "
    "were what when where whether which while who whole whom whose why will with within without would wrote year "
    "years yet you your"
)
"""Words that any report has: they tell nothing."""
TRADE = COMMON | _words(
    "asked asking anonymous anonymity authorised authorized briefed comment comments commenting condition confirm "
    "confirmed conference declining deny denied details discuss earlier familiar identified identify immediately "
    "interview journalists matter media named neither news briefing publicly request requested requests respond "
    "responded sensitive situation speak speaking spoken statement website telephone televised video"
)
"""Words of the turns that every newsroom has ("asked not to be named", "did not respond to a request for comment")."""
CUES = _words(
    "reported report reports reporting reportedly cited citing cites credited crediting credits quoted quoting quotes "
    "according said says say wrote writes written carried carries carry told tells ran relayed relaying relying per "
    "published publishes broke puts put attributed attributing noted notes added adds account has had dates counted "
    "picked interview seen exclusive first from via source sources"
)
"""Words of a sentence that tells what a medium reported."""
RELAYED = _words("reported reports reportedly cited citing cites credited crediting relaying quoting according per")
"""Words by which what media report is passed on."""
MEDIA = _words(
    "newspaper paper agency daily website outlet site magazine broadcaster wire tabloid network report reports carried"
)
"""Common nouns for a medium and what it brings."""
WIRE = _words("newswire newswires wire press agency news service agence agencia agentur")
"""Words that an agency's name is cut of in running text ("Orrery Newswire": "Orrery")."""
BEHIND = _words("online com net org digital edition english international media group homepage app")
"""Words that a site puts behind its outlet's name."""
