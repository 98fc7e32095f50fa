FROM python:3.11-slim-bookworm
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app
COPY requirements/runtime.lock requirements/runtime.lock
RUN pip install --no-cache-dir --require-hashes -r requirements/runtime.lock && useradd --system --uid 10001 cit
COPY . .
RUN SECRET_KEY=build TABLET_KEY=build ALLOWED_HOSTS=build PUBLIC_URL=https://build DATABASE_URL=postgres://build/build REDIS_URL=redis://build EMAIL_URL=smtp://build UPLOADS_DIR=/build python manage.py collectstatic --noinput
RUN install -d -o cit -m 700 /var/lib/cit /var/lib/cit/uploads
USER cit
EXPOSE 8000
CMD ["python", "-m", "uvicorn", "cit_dispatch.asgi:application", "--host", "0.0.0.0", "--no-access-log", "--no-server-header"]
