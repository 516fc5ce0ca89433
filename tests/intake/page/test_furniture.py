import pytest
from lxml.html import fromstring

from hearsay.intake.page.furniture import is_furniture, labels


@pytest.mark.parametrize(
    "text",
    [
        "Advertisement",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Share this article",
        "4 min read",
        "Comments (12)",
        "댓글 9",
        "Read more",
        "Play video",
        "Subscribe now",
        "Most read",
        "Skip to main content",
        "Photo",
        "READ: Lighthouse sold",
        "Up next: The lighthouse",
        "Follow us on Twitter",
        "【PR】Boots",
    ],
)
def test_lines_that_say_they_are_furniture(text):
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "The band shares its name with the naval line, officials said.",
        "Share prices fell on Thursday after the report, traders said in London.",
        "More than forty ships had waited, the harbour master said.",
        "Read together, the two statements leave no doubt.",
        "He signed up.",
        "Subscribers to the service were told on Monday.",
        "Video of the wave was shared by the coast guard.",
        "“Close the port,” he said.",
    ],
)
def test_sentences_of_a_report_are_none(text):
    assert not is_furniture(text)


def test_labels_are_the_words_of_classes_and_ids():
    element = fromstring('<div class="wp-caption-text articleBody" id="main_2" itemprop="author"></div>')
    assert labels(element).split() == ["wp", "caption", "text", "article", "body", "main", "2", "author"]
    assert labels(fromstring("<div></div>")) == ""
