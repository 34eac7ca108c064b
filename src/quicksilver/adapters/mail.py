"""Letters by e-mail: plain text, one to a person, so that nobody reads who else was written to."""

from django.core.mail import EmailMessage


def send(*, to: str, subject: str, body: str) -> None:
    """Hand a letter to the mail server, or to a file where none is set."""
    EmailMessage(subject=subject.replace("\n", " ").strip(), body=body, to=[to]).send()
