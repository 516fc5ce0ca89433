import pytest

from hearsay.evaluation.corpora import AbsentError
from hearsay.evaluation.lineage import wikinews

XML = """<text id="GUM_news_x" title="T" dateCreated="2017-07-18" summary1="(human1) One." summary2="(m) Two.">
<head>
<s>
Fire	NN
</s>
</head>
{}
</text>"""
P = """<p>
<s>
The	DT
<w>
town	NN
's	POS
</w>
hall	NN
(	(
old	JJ
)	)
burned	VVD
,	,
"	``
all	DT
of	IN
it	PRP
"	''
.	.
</s>
</p>"""


def test_tokens_become_running_text(tmp_path):
    folder = tmp_path / "data" / "wikinews" / "xml"
    folder.mkdir(parents=True)
    (folder / "GUM_news_x.xml").write_text(XML.format(P * 3))
    (one,) = wikinews.load(tmp_path)
    assert one.paragraphs == ("""The town's hall (old) burned, "all of it".""",) * 3
    assert (one.name, one.headline, one.day, one.summaries) == ("GUM_news_x", "Fire", "2017-07-18", ("One.", "Two."))


def test_short_articles_are_left_out(tmp_path):
    folder = tmp_path / "data" / "wikinews" / "xml"
    folder.mkdir(parents=True)
    (folder / "GUM_news_x.xml").write_text(XML.format(P))
    assert wikinews.load(tmp_path) == ()


def test_an_absent_corpus_says_so(tmp_path):
    with pytest.raises(AbsentError):
        wikinews.load(tmp_path)
