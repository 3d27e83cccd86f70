import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite struct SealerTests {
    private let now = Instant(seconds: 1_800_000_000)

    @Test func opensWhatItSealed() throws {
        let sealer = Sealer(key: Fernet.newKey(), purpose: "confirm-token")
        let payload: JSON = ["venue": 1, "name": "Café"]
        let opened = try sealer.open(sealer.seal(payload, expires: now.adding(600.25)), now: now)
        #expect(opened.payload == payload)
        #expect(opened.expires == now.adding(600.25))
    }

    @Test func eachTextHasANonceOfItsOwn() throws {
        let sealer = Sealer(key: Fernet.newKey(), purpose: "confirm-token")
        let nonces = try (0..<100).map { _ in try sealer.open(sealer.seal(1, expires: now.adding(1)), now: now).nonce }
        #expect(Set(nonces).count == 100)
    }

    @Test func expiresAtItsMoment() throws {
        let sealer = Sealer(key: Fernet.newKey(), purpose: "confirm-token")
        let text = sealer.seal(1, expires: now.adding(600))
        #expect(throws: Never.self) { try sealer.open(text, now: now.adding(599.9)) }
        #expect(throws: SealError.expired) { try sealer.open(text, now: now.adding(600)) }
    }

    @Test func anotherPurposeOrHomeOpensNothing() {
        let key = Fernet.newKey()
        let text = Sealer(key: key, purpose: "confirm-token").seal(1, expires: now.adding(600))
        #expect(throws: SealError.tampered) { try Sealer(key: key, purpose: "request-state").open(text, now: now) }
        #expect(throws: SealError.tampered) {
            try Sealer(key: Fernet.newKey(), purpose: "confirm-token").open(text, now: now)
        }
    }

    @Test func noChangedOrCutTextOpens() throws {
        let sealer = Sealer(key: Fernet.newKey(), purpose: "confirm-token")
        let text = sealer.seal(["a": 1], expires: now.adding(600))
        let bytes = try #require(Base64URL.decode(unpadded: text.utf8))
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x80
            #expect(throws: SealError.tampered) { try sealer.open(Base64URL.encode(changed, padded: false), now: now) }
            let cut = Base64URL.encode(Array(bytes[..<index]), padded: false)
            #expect(throws: SealError.tampered) { try sealer.open(cut, now: now) }
        }
        for other in [text + "A", text + "=", " " + text, "", "yes", String(repeating: "A", count: 1 << 17)] {
            #expect(throws: SealError.tampered) { try sealer.open(other, now: now) }
        }
    }

    @Test func derivesAsTheStandardsExample() {
        // RFC 5869, A.1.
        let key = HKDF.derive(
            [UInt8](repeating: 0x0B, count: 22), salt: Array(0...12), label: Array(0xF0...0xF9), count: 42)
        #expect(
            Digest.hex(key)
                == "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
    }

    @Test func fingerprintsAsTheStandardsExample() {
        #expect(
            Digest.sha256Hex(Array("abc".utf8))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            Digest.sha256Hex([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
