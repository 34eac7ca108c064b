"""The settings: one file, and nothing in it needs to be touched to start.

Everything that differs between one installation and another comes from the environment:

==============================  =====================================================================
``DATABASE_URL``                the database; default: a SQLite file in the data folder
``QUICKSILVER_HOME``            the folder that holds ``data/`` and ``out/``; default: the project's own
``QUICKSILVER_SECRET_KEY``      the key that signs cookies; default: made once, kept in the data folder
``QUICKSILVER_ALLOWED_HOSTS``   host names the site answers to, comma-separated; default: this machine
``QUICKSILVER_HTTPS``           1 behind TLS: cookies are then sent over TLS only, and HSTS is on
``QUICKSILVER_MAIL``            the mail server, smtp://user:password@host:587 (smtps: TLS from the start); default:
                                each letter is a file in ``data/mail/``
``QUICKSILVER_MAIL_FROM``       the address letters come from
``QUICKSILVER_DEBUG``           1 shows error pages with their causes; never for others to see
==============================  =====================================================================
"""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

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
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "quicksilver.records",
    # Before allauth, whose templates it dresses.
    "quicksilver.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "csp.middleware.CSPMiddleware",
    # The language stands in the address, so that an address means the same to everyone.
    "quicksilver.web.languages.LanguageFromAddress",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    # Who acts: every page asks request.actor, none asks who the user is.
    "quicksilver.web.actors.ActorOfRequest",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # Last, as its makers ask: it turns a locked sign-in into the page that says so.
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "quicksilver.conf.urls"
WSGI_APPLICATION = "quicksilver.conf.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ]
        },
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
CSRF_FAILURE_VIEW = "quicksilver.web.pages.errors.not_from_here"
HTTPS = os.environ.get("QUICKSILVER_HTTPS") == "1"
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

# -- people ---------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "records.Account"
# The first counts guesses and locks out; the second knows e-mail addresses.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
# Memory-hard, without a further package.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60  # [s]
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "quicksilver.web.signing_in.InvitedOnly"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_EMAIL_NOTIFICATIONS = True
MFA_ADAPTER = "quicksilver.web.signing_in.SealedSecrets"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Quicksilver"
MFA_TOTP_TOLERANCE = 1
# Browsers allow passkeys on this machine without TLS; anywhere else TLS is needed anyway.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

# Five guesses at one address from one place, then a quarter of an hour's rest: across processes and restarts, which
# allauth's own counting in memory is not. That one stays on for the codes of the second step.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # [h]
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "quicksilver.web.signing_in.guessed_at"
AXES_LOCKOUT_CALLABLE = "quicksilver.web.signing_in.locked_out"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "quicksilver.web.signing_in.address_of"
# Behind TLS there is one proxy before us, and what it adds last to the header is what it saw.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HTTPS else 0
ACCOUNT_RATE_LIMITS = {"login_failed": "30/m/ip,10/300s/key"}

# -- mail -----------------------------------------------------------------------------------------------

# Without a server each letter is a file in the data folder.
MAIL = urlsplit(os.environ.get("QUICKSILVER_MAIL", ""))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if MAIL.hostname else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_HOST, EMAIL_PORT = MAIL.hostname or "", MAIL.port or 587
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(MAIL.username or ""), unquote(MAIL.password or "")
EMAIL_USE_TLS = MAIL.scheme == "smtp"
EMAIL_USE_SSL = MAIL.scheme == "smtps"
EMAIL_TIMEOUT = 20  # [s]
DEFAULT_FROM_EMAIL = os.environ.get("QUICKSILVER_MAIL_FROM", "secretariat@localhost")

# -- logging --------------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
