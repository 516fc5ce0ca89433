from hearsay.evaluation.lineage.wording import reworded


def test_phrases_numbers_and_clauses_change_and_quotations_stay():
    told = 'The mayor said 9 people died. "We said 9," she said.'
    assert reworded(told) == 'The mayor stated nine persons lost their lives. "We said 9," she stated.'


def test_who_said_it_goes_in_front():
    assert reworded("The hall will open again in spring, the mayor of Lom said.").startswith("The hall")
    assert reworded("The hall will open again in spring, Mayor Vrana told reporters.") == (
        "The hall will open again in spring, Mayor Vrana informed reporters."
    )


def test_a_time_goes_behind():
    assert reworded("On Tuesday evening, the hall was shut.") == "The hall was shut on Tuesday evening."


def test_a_thorough_rewrite_leaves_few_words_in_a_row():
    told = "The hall was shut when the brigade came and the traders were sent to the square."
    changed = reworded(told, thoroughly=True)
    runs = {tuple(told.split()[at : at + 4]) for at in range(13)}
    assert not any(tuple(changed.split()[at : at + 4]) in runs for at in range(len(changed.split()) - 3))
    assert changed == reworded(told, thoroughly=True)


def test_figures_with_signs_and_decimals_stay():
    assert reworded("It cost $9 and 3.5 km, 7% of 1,204.") == "It cost $9 and 3.5 km, 7% of 1,204."
