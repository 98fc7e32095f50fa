"""All settings, read once from the environment. A production start that is half configured stops here, by name."""

from typing import Any
from urllib.parse import unquote

import environ
from django.core.exceptions import ImproperlyConfigured

from cit_dispatch import channel_settings, env
from cit_dispatch.env import BASE_DIR, address, required

# The demonstration shows one-click log-ins and runs over plain HTTP.
DEMO = env.demo()
DEBUG = env.yes("DEBUG", default=False)
if DEBUG and not DEMO:
    raise ImproperlyConfigured("DEBUG is set without CIT_DEMO. Production never runs with DEBUG: unset DEBUG.")

SECRET_KEY = required("SECRET_KEY", in_development="only-for-the-demonstration-" + "0123456789" * 4)
# Encrypts the private keys that tablets seal to. Whoever loses it loses what still waits on tablets.
TABLET_KEY = required("TABLET_KEY", in_development="only-for-the-demonstration-" + "9876543210" * 4)
ALLOWED_HOSTS = required("ALLOWED_HOSTS", in_development="localhost,127.0.0.1,[::1],testserver").split(",")
PUBLIC_URL = address("PUBLIC_URL", env.WEB, in_development="http://localhost:8000")
DATABASE_URL = address("DATABASE_URL", env.DATABASE, in_development="postgres://cit_app@localhost/cit")
REDIS_URL = address("REDIS_URL", env.BROKER, in_development="redis://localhost:6379/0")
EMAIL_URL = address("EMAIL_URL", env.MAIL, in_development="smtp://localhost:1025")
CSRF_TRUSTED_ORIGINS = env.names("CSRF_TRUSTED_ORIGINS", [] if DEMO else [PUBLIC_URL])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "csp",
    "rest_framework",
    "core",
    "officers",
    "incidents",
    "referrals",
    "notifications",
    "outcomes",
    "cit_dispatch",
]

MIDDLEWARE = [
    "incidents.middleware.OwnAnswerMiddleware",
    "core.web.middleware.RequestContextMiddleware",
    "core.web.fragments.FragmentLoginMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "officers.middleware.ActorMiddleware",
    "officers.middleware.PersonLocaleMiddleware",
    "incidents.middleware.DeviceMiddleware",
    "core.web.words.WordsMiddleware",
    "core.web.input.NoNulMiddleware",
    "core.web.input.NoUnreadQueryMiddleware",
    "core.web.middleware.DomainErrorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "cit_dispatch.urls"
WSGI_APPLICATION = "cit_dispatch.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["core.templatetags.ui"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "officers.context.person",
                "cit_dispatch.context.site",
            ],
        },
    }
]

DATABASES: dict[str, dict[str, Any]] = {"default": environ.Env.db_url_config(DATABASE_URL)}
# A socket folder arrives quoted, since a URL has no other place for it.
DATABASES["default"]["HOST"] = unquote(DATABASES["default"]["HOST"])
DATABASES["default"]["CONN_MAX_AGE"] = env.number("DATABASE_CONN_MAX_AGE", 600)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# A request never opens a transaction of its own: services do, so that the lock-out counter and the
# record of a refusal survive the rollback of what was refused.
DATABASES["default"]["ATOMIC_REQUESTS"] = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
FORMAT_MODULE_PATH = "cit_dispatch.formats"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
_MANIFEST = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage" if DEMO else _MANIFEST},
}
WHITENOISE_USE_FINDERS = DEMO

AUTH_USER_MODEL = "officers.User"
AUTHENTICATION_BACKENDS = ["officers.auth.GatedBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": env.number("PASSWORD_MIN_LENGTH", 15)},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOCKOUT_ATTEMPTS = env.number("LOCKOUT_ATTEMPTS", 5)
LOCKOUT_WINDOW_MIN = env.number("LOCKOUT_WINDOW_MIN", 15)

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_ADAPTER = "officers.auth.AccountAdapter"
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = False
ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if DEMO else "https"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# A whole district comes from one address at a shift change; the gate of officers.auth guards the secret.
ACCOUNT_RATE_LIMITS = {
    "login": "600/m/ip",
    "login_failed": "200/m/ip",
    "change_password": "20/m/user",
    "reset_password": "20/m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXY_COUNT", 0)

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
DEVICE_COOKIE_NAME = "cit-device"
if not DEMO:
    DEVICE_COOKIE_NAME = "__Host-cit-device"
    SESSION_COOKIE_NAME = "__Host-cit"
    CSRF_COOKIE_NAME = "__Host-csrf"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = env.yes("SECURE_SSL_REDIRECT", default=True)
    SECURE_HSTS_SECONDS = 63072000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# Certificates and photos: outside everything that is served, and in the deployment a volume that is backed up.
UPLOADS_DIR = required("UPLOADS_DIR", in_development=str(BASE_DIR / ".local" / "uploads"))
UPLOAD_MAX_BYTES = env.number("UPLOAD_MAX_BYTES", 5 * 1024 * 1024)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
        "report-uri": ["/csp-report"],
    }
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["core.web.signed_in.SessionUser"],
    "DEFAULT_PERMISSION_CLASSES": ["core.web.signed_in.SignedIn"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["core.web.parsers.BoundedJSONParser"],
    "EXCEPTION_HANDLER": "core.web.api.exception_handler",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}

_mail = environ.Env.email_url_config(EMAIL_URL)
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.get("EMAIL_USE_TLS", False), _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "dispatch@example.org")

# Channels: without settings a channel is not set up and not offered; with half of them nothing starts.
TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM = channel_settings.together(
    TWILIO_ACCOUNT_SID=channel_settings.DEMO_SID,
    TWILIO_AUTH_TOKEN=channel_settings.DEMO_WORD,
    TWILIO_FROM="+15005550006",
)
TWILIO_URL = channel_settings.outside("TWILIO_URL", "https://api.twilio.com")
PUSH_PRIVATE_KEY, PUSH_CONTACT = channel_settings.together(
    PUSH_PRIVATE_KEY=channel_settings.DEMO_PUSH_KEY, PUSH_CONTACT="mailto:dispatch@example.org"
)
WEBHOOK_KEY, _hosts = channel_settings.together(
    WEBHOOK_KEY="only-for-the-demonstration", WEBHOOK_HOSTS="127.0.0.1,localhost"
)
WEBHOOK_HOSTS = [host.strip().lower() for host in _hosts.split(",") if host.strip()]
CHAT_SCHEMES = env.names("CHAT_SCHEMES", ["json"] if DEMO else [])
LOCAL_PROVIDERS = channel_settings.local()

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_DEFAULT_QUEUE = "jobs"
CELERY_TASK_ROUTES = {
    "notifications.wake": {"queue": "paging"},
    "notifications.sweep": {"queue": "paging"},
}
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SOFT_TIME_LIMIT = 60
CELERY_TASK_TIME_LIMIT = 90
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 500
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 10
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 300,
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    "health_check_interval": 10,
}
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "notifications.sweep", "schedule": 2.0, "options": {"expires": 2}},
    "trim-feed": {"task": "core.trim_feed", "schedule": 3600.0, "options": {"expires": 600}},
    "expire-lookouts": {"task": "incidents.expire_lookouts", "schedule": 15.0, "options": {"expires": 15}},
    "run-timers": {"task": "incidents.run_timers", "schedule": 5.0, "options": {"expires": 5}},
    "begin-due": {"task": "incidents.begin_due", "schedule": 5.0, "options": {"expires": 5}},
    "warn-duties": {"task": "incidents.warn_duties", "schedule": 60.0, "options": {"expires": 60}},
    "keep-tablets": {"task": "incidents.keep_tablets", "schedule": 3600.0, "options": {"expires": 3600}},
    "relay-jobs": {"task": "core.relay_jobs", "schedule": 5.0, "options": {"expires": 5}},
    "review-plans": {"task": "incidents.review_plans", "schedule": 3600.0, "options": {"expires": 3600}},
    "lock-records": {"task": "incidents.lock_records", "schedule": 300.0, "options": {"expires": 300}},
    "remind": {"task": "officers.remind", "schedule": 3600.0, "options": {"expires": 3600}},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO")},
    # Django's own request logger prints paths and the database logger prints parameters.
    "loggers": {"django.db.backends": {"level": "WARNING"}, "django.request": {"level": "ERROR"}},
}
