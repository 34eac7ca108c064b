"""The settings: one file, and nothing in it needs to be touched to start.

Everything that differs between one installation and another comes from the environment:

==============================  =====================================================================
``DATABASE_URL``                the database; default: a SQLite file in the data folder
``QUICKSILVER_HOME``            the folder that holds ``data/`` and ``out/``; default: the project's own
``QUICKSILVER_SECRET_KEY``      the key that signs cookies; default: made once, kept in the data folder
``QUICKSILVER_ALLOWED_HOSTS``   host names the site answers to, comma-separated; default: this machine
``QUICKSILVER_HTTPS``           1 behind TLS: cookies are then sent over TLS only, and HSTS is on
``QUICKSILVER_DEBUG``           1 shows error pages with their causes; never for others to see
==============================  =====================================================================
"""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from quicksilver.conf import places

HOME = places.home()
DATA = places.data_folder(HOME)
EXAMPLES = places.examples(HOME)

DEBUG = os.environ.get("QUICKSILVER_DEBUG") == "1"
SECRET_KEY = os.environ.get("QUICKSILVER_SECRET_KEY") or places.secret_key(DATA)
ALLOWED_HOSTS = [
    name.strip()
    for name in os.environ.get("QUICKSILVER_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
    if name.strip()
]

INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "quicksilver.records",
    "quicksilver.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "csp.middleware.CSPMiddleware",
    # The language stands in the address, so that an address means the same to everyone.
    "quicksilver.web.languages.LanguageFromAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "quicksilver.conf.urls"
WSGI_APPLICATION = "quicksilver.conf.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]

# -- database -------------------------------------------------------------------------------------------

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{DATA / 'quicksilver.sqlite3'}",
        conn_max_age=600,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # Revisions are numbered in the order of their commits: a writer takes its turn when it begins.
        "transaction_mode": "IMMEDIATE",
        # Seconds a writer waits for its turn. [s]
        "timeout": 20,
        # With the write-ahead log readers never wait for the writer (docs/adr: SQLite first).
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=268435456",
    }

# Keys of the record are words; only the issued reports count.
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- languages and time ---------------------------------------------------------------------------------

# The six languages of the United Nations. In addresses and files Chinese is “zh”; Django knows it as zh-hans.
LANGUAGES = [
    ("ar", "العربية"),
    ("zh-hans", "中文"),
    ("en", "English"),
    ("fr", "Français"),
    ("ru", "Русский"),
    ("es", "Español"),
]
LANGUAGE_CODE = "en"
LOCALE_PATHS = [Path(__file__).parents[1] / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# -- static files ---------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
# Served from the packages as they are; where an operator has run collectstatic, with digests in their names.
COLLECTED = (STATIC_ROOT / "staticfiles.json").is_file()
WHITENOISE_USE_FINDERS = not COLLECTED
WHITENOISE_ALLOW_ALL_ORIGINS = False
if not COLLECTED:
    STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise warns of a folder that is not there
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# -- security -------------------------------------------------------------------------------------------

# Nothing from elsewhere and nothing inline: no script, style or picture that the site does not serve itself.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
HTTPS = os.environ.get("QUICKSILVER_HTTPS") == "1"
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

# -- logging --------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
