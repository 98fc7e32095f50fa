"""A server of the protocol, small, until the real one is there."""
import base64, json
from uuid import uuid4
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives import hashes

def b(n): return base64.urlsafe_b64encode(n).rstrip(b"=").decode()
def d(s): return base64.urlsafe_b64decode(s + "=" * (-len(s) % 4))

class StandIn:
    def __init__(self, user, part):
        self.user = str(user)
        i = part.incident
        self.bundle = {'unit': 'C-12', 'assignments': [{'id': str(part.pk), 'version': part.version, 'status': part.status, 'incident': {'id': str(i.pk), 'number': i.number, 'nature': 'Suicidal', 'place': 'Agave', 'door': 'B3', 'directions': 'up'}, 'facts': [{'topic': 'Weapon', 'answer': 'Yes', 'alarming': True}]}]}
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.seqs = []
        self.rows, self.answers, self.versions = [], {}, {}
    def install(self, context):
        context.route("**/api/v1/**", self.handle)
    def reply(self, route, status, body):
        route.fulfill(status=status, headers={"X-CIT": "1"}, content_type="application/json", body=json.dumps(body))
    def handle(self, route):
        request = route.request
        path = request.url.split("/api/v1/")[1]
        if path == "tablet/key":
            n = self.key.public_key().public_numbers()
            return self.reply(route, 200, {"kid": "k1", "jwk": {"kty": "EC", "crv": "P-256", "x": b(n.x.to_bytes(32, "big")), "y": b(n.y.to_bytes(32, "big"))}, "cache_key": base64.b64encode(b"\7" * 32).decode(), "user": self.user})
        if path == "tablet/devices":
            return self.reply(route, 201, {"id": str(uuid4())})
        if path == "tablet":
            return self.reply(route, 200, self.bundle)
        if path.endswith("/commands"):
            return self.command(route, request)
        route.fallback()
    def numbers(self):
        return self.seqs
    def secrets(self):
        return [b'\7'*32, self.key.private_numbers().private_value.to_bytes(32,'big')]
    def notes(self):
        return [data['text'] for kind, data, _ in self.rows if kind == 'note']
    def command(self, route, request):
        h = request.headers
        key = h["idempotency-key"].strip('"')
        body = json.loads(request.post_data)
        if key in self.answers:
            return self.reply(route, *self.answers[key])
        s = body["sealed"]
        pub = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), d(s["epk"]))
        k = HKDF(hashes.SHA256(), 32, None, b"cit-tablet-1").derive(self.key.exchange(ec.ECDH(), pub))
        aad = "|".join([h["x-device"], self.user, key, str(body["seq"]), body["kind"]]).encode()
        data = json.loads(AESGCM(k).decrypt(d(s["iv"]), d(s["ct"]), aad))
        if getattr(self, 'stale', None) and body['kind'] == 'status':
            return self.reply(route, 412, {'code': 'stale', 'message': 'x', 'current': self.stale})
        self.seqs.append(body['seq'])
        self.rows.append((body["kind"], data, h.get("if-match")))
        self.answers[key] = (201, {"id": str(uuid4()), "kind": body["kind"], "recorded_at": "x", "late": False, "offset_s": 0})
        self.reply(route, *self.answers[key])
