"""The words of quantities: measures, counters, people, and the words that tell a number from a figure.

Sources: the BIPM brochure (SI, 9th edition) and NIST Special Publication 811 for measures;
the counters' least values are the project's annotation conventions (docs/decisions/0005).
"""

from __future__ import annotations

from hearsay.reading.timex.lexicon import listed

# A measure keeps its word as its unit; these are the ones that have no plural "s" or that are shortened.
MEASURES = listed(
    "km kph km/h mph kg g mg m cm mm ft lb lbs oz ml mw gw kw kwh gwh twh mwh ghz mhz hz kb mb gb tb bps rpm hp "
    "feet foot inch mile acre hectare tonne ton pound litre liter gallon barrel metre meter kilometre kilometer "
    "kilogram gram degree celsius fahrenheit magnitude point knot watt megawatt volt degrees pixels db bpm mpg ppm "
    "cc kr bhp horsepower nm ps kbps mbps gbps min mins sec secs hr hrs w p nanometer nanometre"
)
WRITTEN_OUT = listed(
    "mile acre hectare tonne ton pound litre liter gallon barrel metre meter kilometre kilometer kilogram gram "
    "degree point knot watt megawatt volt"
)
# As a figure's unit has them.
MEASURE_UNITS = MEASURES | {f"{word}s" for word in WRITTEN_OUT}
IRREGULAR = listed(
    "people men women children troops police personnel staff aircraft dead injured wounded missing killed hurt "
    "cattle sheep fish crew media data criteria lives wives police households folk clergy faithful unemployed "
    "homeless displaced detained arrested rescued hospitalised hospitalized infected survivors feet offspring "
    "pence policemen policewomen firemen servicemen lawmen fishermen congressmen businessmen gunmen spokesmen workmen"
)
# Nouns made of these are as irregular as they are (schoolchildren, policemen); words in "-men" that are no men.
IRREGULAR_ENDS = ("children", "men", "people", "folk")
SINGULAR_MEN = listed("specimen regimen omen abdomen acumen amen ramen semen hymen stamen dolmen yemen")
# Those that also stand before a plural of their own: crew members, police officers.
COLLECTIVE = listed("crew police staff media data")
# Participles and adjectives that stand for the people they befell.
AFFECTED = listed(
    "dead injured wounded missing killed hurt detained arrested rescued hospitalised hospitalized infected "
    "displaced homeless"
)
PERCENT = listed("percent pct pc % per")
# Least values of the plural counters.
COUNTERS = {"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2 * 10**6,
            "billions": 2 * 10**9, "trillions": 2 * 10**12}  # fmt: skip
DOZEN = {"dozen": 12, "score": 20}
FRACTIONS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
             "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
             "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10}  # fmt: skip
MULTIPLES = {
    "double": 2, "doubled": 2, "doubling": 2, "triple": 3, "tripled": 3, "tripling": 3, "treble": 3,
    "trebled": 3, "quadruple": 4, "quadrupled": 4, "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5,
    "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "twice": 2, "thrice": 3,
}  # fmt: skip
# Things of which a report says that there were none.
NONE_OF = listed("deaths casualties injuries fatalities victims arrests survivors")
# Words after which a number is a name: "Article 4", "flight 1282".
NUMBERED = listed(
    "category article articles section clause chapter paragraph flight route road highway interstate no nos number "
    "numbers room page pages line gate platform phase stage level type class grade act title resolution rule "
    "amendment protocol item figure table volume part version season episode game round row block sector zone "
    "district ward unit group formula channel radio studio verse psalm appendix annex schedule bill exhibit lot "
    "area track aged age box post zip code model mark apartment suite"
)
# Words that are never what is counted, and end the search for it.
STOPPERS = listed(
    "a an the of in on at by for from to with and or but nor so if as that than then this these those it its his "
    "her their our my he she they we i you who whom whose which what when where while because after before since "
    "until during over under into onto upon against between among about around through within without is are was "
    "were be been being am has have had do does did will would shall should can could may might must not no yes "
    "says said say told also only just even per each every more less now here there off out up down away ago "
    "earlier later still already ended rose fell remain remains gives makes takes goes comes gets means shows puts "
    "both all via across toward towards near off plus minus versus vs including such like unlike despite amid "
    "compared according myself yourself himself herself itself ourselves themselves"
)
# Words straight behind a percentage or a sum that are not what it is of.
AFTERTHOUGHTS = listed(
    "lower higher less more apart instead overnight early late today yesterday tomorrow each apiece fewer better "
    "worse relative due owed compared worth cheaper dearer faster slower older younger larger smaller bigger "
    "respectively annually monthly daily yearly"
)
# Nouns for people: what is counted under them is people, whoever they are.
PEOPLE = listed(
    "people person persons man woman men women child children boy boys girl girls baby babies toddlers infants adults "
    "teenagers youths youngsters minors seniors pensioners retirees residents inhabitants villagers locals citizens "
    "nationals foreigners immigrants migrants refugees asylum-seekers evacuees returnees passengers travellers "
    "travelers commuters drivers motorists riders cyclists pedestrians tourists visitors guests spectators fans "
    "viewers listeners readers users subscribers worshippers pilgrims mourners protesters protestors demonstrators "
    "marchers activists campaigners strikers picketers pickets workers employees staff staffers labourers laborers "
    "miners farmers fishermen nurses doctors medics paramedics teachers students pupils schoolchildren graduates "
    "academics scientists researchers experts engineers lawyers judges jurors prosecutors detectives investigators "
    "officers policemen firefighters rescuers volunteers guards prisoners inmates detainees captives hostages "
    "suspects defendants plaintiffs convicts victims casualties survivors patients civilians bystanders onlookers "
    "witnesses relatives members lawmakers legislators senators deputies mps meps councillors ministers delegates "
    "diplomats officials commissioners candidates voters electors backbenchers rebels militants gunmen attackers "
    "terrorists insurgents extremists journalists reporters editors executives directors managers shareholders "
    "investors customers shoppers tenants homeowners landlords householders families-members players athletes "
    "actors colleagues partners dissenters americans britons europeans palestinians israelis ukrainians russians "
    "africans germans"
)
# Words for the same vessels, craft and soldiers.
SAME = {
    **dict.fromkeys(listed("jets planes airplanes aeroplanes airliners aircraft"), "aircraft"),
    **dict.fromkeys(listed("ships vessels tankers freighters warships"), "ships"),
    **dict.fromkeys(listed("troops soldiers servicemen troopers"), "troops"),
}
# Words of a clause whose bare number counts people.
OF_PEOPLE = listed(
    "attendance crowd crowds dead kill kills killing killed died dies deaths toll "
    "casualties injured wounded missing hurt detained arrested displaced fatalities"
)
