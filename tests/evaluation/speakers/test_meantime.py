from hearsay.evaluation.speakers.gold import Mention, Speech
from hearsay.evaluation.speakers.meantime import files, parse

ARTICLE = """<?xml version="1.0" ?><Document doc_id="1" doc_name="1_Rain">
<token sentence="0" t_id="1">Rain</token><token sentence="1" t_id="2">May</token><token sentence="1" t_id="3">2</token>
<token sentence="2" t_id="4">Ann</token><token sentence="2" t_id="5">said</token><token sentence="2" t_id="6">.</token>
<token sentence="3" t_id="7">She</token><token sentence="3" t_id="8">left</token><token sentence="3" t_id="9">.</token>
<Markables>
<ENTITY_MENTION m_id="1" syntactic_type="NAM"><token_anchor t_id="4"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="2" syntactic_type="PRO"><token_anchor t_id="7"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="7"><token_anchor t_id="1"/></ENTITY_MENTION>
<EVENT_MENTION m_id="3" pred="say"><token_anchor t_id="5"/></EVENT_MENTION>
<EVENT_MENTION m_id="4" pred="leave"><token_anchor t_id="8"/></EVENT_MENTION>
<ENTITY TAG_DESCRIPTOR="Ann (CEO)" external_ref="http://dbpedia.org/resource/Ann_L%C3%A9e " ent_type="PER" m_id="10"/>
<EVENT TAG_DESCRIPTOR="say" class="SPEECH_COGNITIVE" m_id="11"/>
<EVENT TAG_DESCRIPTOR="leave" class="OTHER" m_id="12"/>
</Markables>
<Relations>
<REFERS_TO r_id="1"><source m_id="1"/><source m_id="2"/><target m_id="10"/></REFERS_TO>
<REFERS_TO r_id="2"><source m_id="3"/><target m_id="11"/></REFERS_TO>
<REFERS_TO r_id="3"><source m_id="4"/><target m_id="12"/></REFERS_TO>
<HAS_PARTICIPANT sem_role="Arg0" r_id="4"><source m_id="3"/><target m_id="1"/></HAS_PARTICIPANT>
<HAS_PARTICIPANT sem_role="Arg1" r_id="5"><source m_id="3"/><target m_id="2"/></HAS_PARTICIPANT>
<HAS_PARTICIPANT sem_role="Arg0" r_id="6"><source m_id="4"/><target m_id="2"/></HAS_PARTICIPANT>
</Relations></Document>"""


def test_text_chains_titles_and_events_of_speech(tmp_path):
    folder = tmp_path / "intra_cross-doc_annotation" / "corpus"
    folder.mkdir(parents=True)
    (folder / "1_Rain.xml").write_text(ARTICLE)
    (path,) = files(tmp_path)
    document = parse(path)
    assert (document.name, document.text) == ("1_Rain", "Rain\n\nMay 2\n\nAnn said. She left.")
    shown = [(one.span.of(document.text), one.chain) for one in document.mentions]
    assert shown == [("Rain", "alone 7"), ("Ann", "10"), ("She", "10")]
    assert document.titles == {"10": ("Ann Lée", "Ann (CEO)")}
    (speech,) = document.speech
    assert speech == Speech(speech.cue, Mention(document.mentions[1].span, "10"))
    assert speech.cue.of(document.text) == "said"
