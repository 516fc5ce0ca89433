import pytest

from hearsay.evaluation.speakers.gum import files, marks, parse

LAYOUT = """<text id="GUM_news_x" partition="dev" type="news" dateCreated="2015-09-12" title="X">
<head>
<s type="frag">
Rain	NN	rain	NN1	NOUN	root	_
</s>
</head>
<p>
<s type="decl">
<ref>
<w>
al	NP	al	NP0	PROPN	flat	_
-	HYPH	-	PUN	PUNCT	punct	_
Amr	NP	Amr	NP0	PROPN	flat	_
</w>
</ref>
said	VVD	say	VVD	VERB	root	_
he	PP	he	PNP	PRON	nsubj	_
<quote>
left	VVD	leave	VVD	VERB	ccomp	_
</quote>
.	SENT	.	PUN	PUNCT	punct	_
</s>
</p>
</text>
"""
SPLITS = """# Splits

## dev

  * GUM_news_x

## test

  * GUM_news_z

## train

  * GUM_speech_y
  * GUM_whow_w
"""
CHAINS = """# begin document GUM_news_x
0	Rain	(event-1)
1	al	(person-2-Al%2DAmr_(imam)
2	-	_
3	Amr	person-2-Al%2DAmr_(imam))
4	said	_
5	he	(person-2)
6	left	_
7	.	_
# end document
""".replace("(imam)", "%28imam%29")


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "gum" / "conll").mkdir(parents=True)
    (tmp_path / "xml").mkdir()
    (tmp_path / "xml" / "GUM_news_x.xml").write_text(LAYOUT)
    for name in ("GUM_news_x", "GUM_speech_y", "GUM_news_z", "GUM_whow_w"):
        (tmp_path / "gum" / "conll" / f"{name}.conll").write_text(CHAINS)
    (tmp_path / "gum" / "splits.md").write_text(SPLITS)
    return tmp_path


def test_the_test_part_and_other_kinds_are_left_out(corpus):
    found = files(corpus / "gum", corpus / "xml")
    assert [(chains.stem, layout and layout.stem) for chains, layout in found] == [
        ("GUM_news_x", "GUM_news_x"),
        ("GUM_speech_y", None),
    ]


def test_layout_chains_and_titles(corpus):
    document = parse(corpus / "gum" / "conll" / "GUM_news_x.conll", corpus / "xml" / "GUM_news_x.xml")
    assert document.text == "Rain\n\nal-Amr said he left."
    shown = [(one.span.of(document.text), one.chain) for one in document.mentions]
    assert shown == [("Rain", "event-1"), ("al-Amr", "person-2"), ("he", "person-2")]
    assert document.titles == {"person-2": ("Al-Amr (imam)",)}
    assert document.dated == "2015-09-12"


def test_without_a_layout_one_paragraph(corpus):
    document = parse(corpus / "gum" / "conll" / "GUM_speech_y.conll")
    assert (document.text, document.dated) == ("Rain al - Amr said he left.", None)


def test_files_that_do_not_agree_are_refused(corpus):
    chains = corpus / "gum" / "conll" / "GUM_news_x.conll"
    chains.write_text("0\tSun\t_\n")
    with pytest.raises(ValueError, match="same tokens"):
        parse(chains, corpus / "xml" / "GUM_news_x.xml")


def test_marks_open_nest_and_close_in_one_cell():
    column = ["(person-1(place-2-Rome", "place-2-Rome)", "_", "(place-2-Rome)person-1)"]
    assert list(marks(column)) == [
        ("place-2", "Rome", (0, 1)),
        ("place-2", "Rome", (3, 3)),
        ("person-1", "", (0, 3)),
    ]
