"""What a page says beside its report: the words and labels by which menus, pleas, share buttons and notes are known.

Two kinds of signs. *Words*: a whole short line that says what it is ("Advertisement", "Share this:", "Read more: …").
*Labels*: the class, id, role and itemprop of an element, cut into words ("byline", "wp-caption-text").
The lists were drawn up from the open web's habits: the class names of the large content systems (WordPress, Drupal,
Arc, AMP, Brightspot), schema.org's property names, and the button texts of the share services.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hearsay.intake.page.layout import above

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from hearsay.intake.page.layout import Line

_I = re.IGNORECASE

# A line that consists of nothing else.
_WHOLE = re.compile(
    r"""\W*(?:
      (?:article|story|report|post|content)?\s*(?:continues?|resumes)\s(?:below|after)\b.{0,40}
      |advert(?:s|isements?|ising|orial)?(?:\s*-?\s*(?:continue\sreading|scroll|keep\sreading|story\scontinues
        |article\scontinues).{0,30})?
      |(?:sponsored|promoted)(?:\s(?:content|by|post)\b.{0,40})?|promo(?:tion)?|ads?\sby\b.{0,30}|ad|remove\sads?
      |share|share\s(?:this|on|via|with|to|by|article|story|post|full\sarticle)\b.{0,40}|(?:click
        |tap)\sto\s(?:share|print|email|copy|enlarge|expand|zoom)\b.{0,40}
      |(?:shares?|tweets?|likes?|comments?|views?|e-?mail|print|save|facebook|twitter|x|linkedin|pinterest|reddit
        |whats\s?app|telegram|
        messenger|flipboard|pocket|tumblr|vkontakte|vk|instagram|you\s?tube|tik\s?tok|threads|bluesky|mastodon
        |kakao(?:\s?talk|\s?story)?|naver|band|line|weibo|wechat|viber|
        copy(?:\s(?:the\s)?(?:article\s)?link|\surl)?|link(?:\scopied)?|gift(?:\sthis)?(?:\sarticle)?|bookmark
        |font\ssize|rss|sms|more|a[+-]|\d+|[+&|/,•·-]|\s)++
      |(?:view|show|see|read|leave|add|post|write|hide|load)?\s*(?:all\s|your\s|a\s|\d+\s|the\s)*(?:comments?
        |repl(?:y|ies)|reactions?)(?:\s*\(?\d+\)?)?
      |(?:read|show|see|view|load|watch|listen|learn|find\sout|discover)\s(?:more|less|next|now|also
        |all)(?:\s?(?:stories|articles|news|here|about\sthis))?
      |(?:related|recommended|more|top|latest|trending|popular|most\s(?:read|popular|viewed
        |shared))(?:\s(?:on\sthis|from|in|to|for|about))?\s?(?:stor(?:y|ies)|articles?|news|topics?|links?|posts?
        |reading|coverage|content|videos?|this|you|now|today|headlines)?
      |play(?:\svideo|er)?|video(?:\splayer)?(?:\sclose)?|close|menu|search|subscribe(?:\snow)?|sign\s(?:in|up)
        |log\s?in|register|follow(?:\sus)?|donate(?:\snow)?|support\sus
      |getty(?:\simages)?|loading\W*|image|photos?|gallery|tags?|topics?|back\sto\stop|skip\sto\b.{0,40}|(?:next
        |previous|prev)(?:\s(?:article|story|post|image|slide|photo))?|\d+\sof\s\d+|slide\s\d+\sof\s\d+
      |(?:\d+|an?|one|two|three|four|five|six)\s*-?\s*min(?:ute)?s?\.?(?:\s(?:read|ago|listen|watch).{0,10})?
        |hide\scaption|toggle\scaption|enlarge(?:\sthis)?\simage|(?:media\s)?caption
        |listen(?:\sto\s(?:this\s)?(?:article|story))?|don.t\smiss|swipe|you\s(?:might|may)\s(?:also\s)?like|(?:click|tap)\sfor\b.{0,60}|ad\spolicy
      |(?:see|view)\s(?:more\s|the\s)?(?:photos|pictures|tweets?|results|full\s\w+(?:\s\w+)?)
      |(?:view|see)\sauthor\s\w+|e-?mail\sthe\sauthor|get\sauthor\srss\sfeed|search\sauthor\son\b.{0,40}
      |(?:conversation|comments?|discussion|댓글)\s?(?:\(\d+\)|\d+)|anzeige|werbung|publicité|publicidad|pubblicità
        |reklam|реклама|광고|広告|广告|機械翻訳|iklan|quảng\scáo
    )\W*\Z""",
    _I | re.VERBOSE,
)
# A line that begins so, and is short.
_LEADING = re.compile(
    r"""\W*(?:
      (?:read|see|watch|listen|also\sread|must\sread|more|don.t\smiss|further\sreading|explore|in\spictures
        |in\sphotos)(?:\s(?:more|also|next|now|here|this|(?:on\b|about|from)[^:|»>→–—]{0,40}))*+\s?[:|»>→–—]
      |(?:related|recommended|see\salso|also\son|more\s(?:on|from|about)|up\snext|next\sup|you\s(?:might
        |may)\s(?:also\s)?(?:like|be\sinterested)|editor.s\spicks?|what\sto\s(?:read|know)\snext|most\sread
        |trending)\b[^.]{0,60}(?::|\Z)
      |(?:READ|WATCH|SEE|RELATED|MORE|ALSO|LISTEN|VIDEO|EXPLAINER|ANALYSIS|OPINION|PHOTOS?
        |GALLERY)(?:\s[A-Z]+){0,3}\s?[:|»>–—]
      |(?:sign|signing)\sup\s(?:for|to|here|now|and|today|below)|subscribe\s(?:to|for|now|here|today|and)
        |get\b.{0,60}\b(?:newsletter|inbox|app|alerts?|e-?mail|delivered)
      |(?:support|help\sus|become\sa|join\sus|donate|make\sa\s(?:gift|donation|contribution)|you\s(?:have
        |are\sreading))\b.{0,80}\b(?:subscri|member|donat|journalism|contribut|supporter|free\s(?:article|stor)
        |newsroom|give)
      |like\sthis\s(?:story|article|post)\?|enjoy(?:ed|ing)?\s(?:this|our)\b.{0,60}\?|(?:click|tap)\shere
        |(?:follow|like|find|join|tweet|contact|e-?mail|reach)\s(?:us|me|him|her|them|our|the\s(?:author|writer
        |reporter)|@|[A-Z]\w+(?:\s[A-Z]\w+)?\s(?:on|at|via))\b.{0,60}(?:facebook|twitter|instagram|linkedin
        |telegram|whatsapp|youtube|@|\bon\sx\b)
      |(?:we|this\s(?:site|website|page)|our\s(?:site|website|partners)).{0,60}\bcookies?\b
        |your\s(?:e-?mail\saddress|privacy)\b
      |download\s(?:the|our)\b.{0,60}\bapp\b|(?:tagged|filed\sunder|posted\sin|topics?|tags?|categor(?:y|ies)
        |keywords?)\s?(?:in\b|:|\s[A-Z])
      |(?:this|the)\s(?:article|story|post|page)\s(?:contains|may\scontain|includes)\b.{0,60}\b(?:affiliate|links|ads)
      |have\sa\s(?:news\s)?(?:tip|story)|(?:got|send\sus|share)\s(?:a\s|your\s)?(?:tips?|news\stip|views|thoughts
        |feedback)\b|(?:write|e-?mail)\s(?:to\s)?(?:the\s)?(?:editor|us|letters)\b
        |do\syou\shave\s(?:a\s)?(?:question|tip|story)
      |also\son\s[\w-]+\.\w+\s|listen\sto\s.{0,60}\b(?:live|podcast|back\shere|on\s(?:bbc|apple|spotify))\b
      |\[/?(?:button|caption|gallery|embed|video|audio|playlist|vc_\w+|contact-form[\w-]*)\b[^\]]*\]
      |privacy\snotice:|by\ssubmitting\syour\b
      |(?:▶|►|☞|➡|▷)\s?|[\[【(〔](?:광고|pr|ad|ads|広告|advert(?:isement|orial)?|sponsored|publicité|anzeige|реклама
        |推广)[\]】)〕]
    )""",
    _I | re.VERBOSE,
)
# Three of them in a line that is no sentence are a share bar.
_NETWORKS = re.compile(
    r"facebook|twitter|whats\s?app|telegram|linkedin|pinterest|reddit|tumblr|kakao|naver|\bband\b|\bline\b|"
    r"weibo|wechat|viber|instagram|messenger|"
    r"flipboard|e-?mail|페이스북|트위터|카카오|네이버|밴드|핀터레스트|フェイスブック|ツイッター|微信|微博|вконтакте|одноклассники"
)
# A plea by what it asks for, wherever that stands in a short line.
_ASKS = re.compile(
    r"\b(?:sign up|signup|subscribe|delivered)\b.{0,80}\b(?:newsletter|inbox|briefing|e-?mail alerts?)\b|"
    r"\b(?:free|daily|weekly) newsletter\b|"
    r"\bfollow\b.{0,80}\bon (?:\w+,? (?:and |or |\(@\w+\),? )?)?(?:facebook|twitter|instagram|linkedin)\b|"
    r"\bsuite est réservée aux abonnés|\b(?:comentários|comments) .{0,80}\b(?:moderador|moderators?|aprovados)\b|"
    r"\bletters to the editor\b.{0,80}\b(?:like to hear|your (?:thoughts|views))\b|"
    r"\bget access to\b.{0,80}\bsubscription|"
    r"\balready a (?:subscriber|member)\b|\byou(?:’|')?ve? (?:have )?reached your (?:limit|article)|\bto "
    r"continue\sreading\b|\bURL이 복사",
    _I,
)
_PLEA_LENGTH = 400
RIGHTS = re.compile(
    r"(?:\W*(?:©|\(c\)\s|copyright\b)|.{0,80}\ball rights reserved|.{0,60}(?:무단\s?전재|無断転載|版权所有|未经授权|"
    r"alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|"
    r"все права защищены|bảo lưu|©)"
    r"|this material may not be published)",
    _I,
)
NOTE = re.compile(
    r"""\W*(?:(?:correction|clarification|editors?.?s?.?\snote|eds?\.?\snote|update|updates|updated|note\sto\s(?:editors|readers)|corrections?\s(?:&|and)\sclarifications?|
      an?\searlier\sversion|this\s(?:article|story|report|post|piece|headline)\s(?:was|has\sbeen
        |is)\s(?:\w+\s){0,3}(?:amended|updated|corrected|revised|clarified|changed|translated|republished
        |originally|first\spublished)|
      \(?(?:this\s(?:story|version)\s)?(?:corrects|updates|adds|recasts|removes|clarifies|fixes)\b|(?:nota
        |note)\s(?:del|de|du|der|des)\s(?:la\s)?(?:editor|rédaction|redaktion|redacción)
        |anmerkung\sder\sredaktion|korrektur|hinweis|translat(?:ed|ion)\sby|translated\sfrom|정정|訂正|更正)\b)
      """,
    _I | re.VERBOSE,
)
CREDITED = re.compile(
    r"\W*(?:(?:photo(?:graph)?s?|picture|image|images|foto|bild|credit|credits|illustration|graphic|source|"
    r"courtesy|pic|사진|写真|图)(?:\s(?:by|credit|courtesy|source|of|from)){0,2}\s?[:/]|©|"
    r"(?:photo(?:graph)?|picture|illustration|image) (?:by|courtesy)\b|file photo\b|사진[=/ ]|\[(?:photo|사진))"
    r"|.{2,60}(?:/|\s)(?:AP|AFP|Reuters|EPA|Getty(?: Images)?|Shutterstock|Alamy|AAP|Bloomberg|ANI|PTI|TASS|"
    r"Xinhua|Yonhap|Kyodo|dpa|PA|iStock)(?: Images| Photos?| Wire)?(?: via .{2,30})?\W*\Z",
    _I,
)
CHART = re.compile(r"(?:chart|graphic|graph|map|infographic|table|grafik|infografik|graphique|gráfico):\s", _I)
BRACKETED = re.compile(r"[(\[【](?:photo|image|picture|file|사진|写真|图|foto|bild)\b[^()\[\]]{0,60}[)\]】]\W*\Z", _I)
SIGNED = re.compile(r"\b(?:additional|extra|with) reporting\b|\bcontributed (?:to|reporting)\b|\breporting by\b", _I)


def _label(words: str) -> re.Pattern[str]:
    """Labels by their words: ``_`` stands for a space that may be missing, ``~`` for one that must stand."""
    return re.compile(r"\b(?:" + "|".join(words.split()).replace("_", " ?").replace("~", " ") + r")\b")


LABELS = {
    "caption": _label(
        r"figcaption captions? cutline legende? imgdesc photo_desc image_desc media_caption "
        r"bildunterschrift bildtext pie~de~foto gallery_text"
    ),
    "credit": _label(
        r"credits? copyright photographer photo_by (?:image|caption|photo)_source image_credit photo_credit img_credit "
        r"copyrightholder bildquelle"
    ),
    "byline": _label(
        r"bylines? by_line authors? autor(?:es)? auteurs? writers? reporters? journalists? contributors? "
        r"dateline_author signature writtenby articleauthor"
    ),
    "time": _label(
        r"time times?tamps? dates? datetime publish(?:ed)? pub_date updated posted datum fecha entry~date "
        r"postdate published~on"
    ),
    "section": _label(
        r"kickers? eyebrow overline rubric rubrik section_(?:name|label|title|tag) category categories "
        r"article_section channel_name cat_links post_category supertitle toptitle topper label"
    ),
    "subheading": _label(
        r"standfirst teaser sub_tit(?:les?)? sub_heads?(?:line|ing)? deck? dek straps?(?:line)? summary "
        r"leads? lede intro(?:duction)? excerpt chapo sapo bajada entradilla description article_abstract "
        r"headline_deck secondary_title tagline ingress vorspann spot"
    ),
    "note": _label(r"corrections? clarifications? editors?_note ednote update_note amend(?:ed|ment)? article_note"),
    "rights": _label(r"copyrights? rights legal_notice"),
    "picture": _label(
        r"pic pics pictures? photos? img images? thumb(?:nail)? foto bild figure gallery media lead_art "
        r"hero"
    ),
    "headline": _label(r"headlines? titles? entry_title article_title post_title story_title"),
}
BOX = _label(
    r"share sharing sharedaddy addthis addtoany sharethis "
    r"social(?:~(?:share|media|links|icons|bar|buttons))? cookies? consent newsletters? nl signup sign~up "
    r"subscri(?:be|ption|ptions) paywall promos? promotion promoted ads? advert(?:isement|ising|s)? "
    r"ad_(?:slot|unit|box|container|wrapper) sponsor(?:ed)? taboola outbrain related "
    r"recommend(?:ed|ations?)? recirc(?:ulation)? trending most_(?:read|popular) read_more "
    r"more~(?:stories|news|from|on|posts) comments? commenting disqus respond donat(?:e|ion) membership "
    r"tags taglist toolbar pagination author_(?:bio|box|info|card|description|profile) bio "
    r"about_(?:the~)?author teasers? up~next next~up jp~relatedposts crosssell affiliate breadcrumbs? menu "
    r"pull_quotes? poll quiz most~viewed footer modal popup print~only noprint follow~us cta "
    r"call~to~action"
)
"""Labels of boxes inside an article."""
TEASER = _label("teaser teaser~text")
OPENING = re.compile(
    r"(?:by|von|par|por|di|door|oleh|from|text|words|reporter|author|autor(?:in)?)\b|\S+@\S|.{0,12}(?:기자|특파원|記者|记者)|\W?(?:责任编辑|責任編輯|责编|責編)[：:]",
    _I,
)
META = _label("meta info details? article_meta entry_meta post_meta header")
_CUT = re.compile(r"[^a-z0-9À-￿]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_furniture(text: str) -> bool:
    """Whether a line says of itself that it is no part of the report."""
    if len(text) < 120 and _WHOLE.match(text):
        return True
    if len(text) < 200 and len(set(_NETWORKS.findall(text.lower()))) > 2 and text[-1] not in ".!?…":
        return True
    return len(text) <= _PLEA_LENGTH and (_LEADING.match(text) or _ASKS.search(text)) is not None


def is_picture(line: Line) -> bool:
    """Whether a line belongs to a picture: its caption or its credit."""
    here: HtmlElement | None = line.block
    for level in range(4):
        if here is None or here.tag in ("body", "html"):
            return False
        if here.tag in ("figure", "figcaption") or (level < 3 and LABELS["caption"].search(labels(here))):
            return True
        here = here.getparent()
    return False


def labelled(line: Line, levels: int) -> str:
    """The labels of a line's block and of what stands around it."""
    return " ".join(labels(each) for each in above(line.block, levels))


def labels(element: HtmlElement) -> str:
    """The words of an element's own labels, in small letters, one space between them."""
    said = " ".join(element.get(name, "") for name in ("class", "id", "itemprop", "role", "rel", "data-testid"))
    return _words(said) if said.strip() else ""


@lru_cache(maxsize=4096)
def _words(said: str) -> str:
    return " ".join(_CUT.split(_CAMEL.sub(" ", said[:300]).lower()))
