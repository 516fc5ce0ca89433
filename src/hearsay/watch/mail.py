"""Messages by e-mail, through SMTP. The ``Message-ID`` is made of the message's id: a second one is the same."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING

from hearsay.errors import SourceError
from hearsay.story.moments import moment
from hearsay.watch.messages import decode
from hearsay.watch.plan import secret

if TYPE_CHECKING:
    from hearsay.record.watching import MessageRow
    from hearsay.settings import Settings
    from hearsay.watch.messages import Message
    from hearsay.watch.plan import Mail


def send(box: Mail, settings: Settings, row: MessageRow) -> None:
    """Send a message.

    Raises:
        SourceError: if the server does not take it.
        UsageError: if there is no password.
    """
    try:
        with _server(box, settings.fetch_timeout) as server:
            if box.tls == "starttls":
                server.starttls(context=ssl.create_default_context())
            if box.user and box.password_from:
                server.login(box.user, secret(box.password_from))
            server.send_message(compose(box, decode(row.body)))
    except (smtplib.SMTPException, OSError) as error:
        raise SourceError(box.to, f"cannot be sent ({' '.join(str(error).split())[:200]})") from error


def compose(box: Mail, message: Message) -> EmailMessage:
    """The letter of a message."""
    letter = EmailMessage()
    letter["From"], letter["To"] = box.sender, box.to
    letter["Subject"] = " ".join(message.headline.split())[:180]
    letter["Date"] = format_datetime(moment(message.at))
    letter["Message-ID"] = f"<{message.id}@hearsay.invalid>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(f"{message}\n")
    return letter


def _server(box: Mail, timeout: float) -> smtplib.SMTP:
    if box.tls == "tls":
        return smtplib.SMTP_SSL(box.server, box.port, timeout=timeout, context=ssl.create_default_context())
    return smtplib.SMTP(box.server, box.port, timeout=timeout)
