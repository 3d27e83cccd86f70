import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite struct FernetTests {
    /// 1985-10-26T01:20:00-07:00, the moment of the specification's examples.
    private static let then = Instant(seconds: 499_162_800)

    private static func vectors(_ name: String) throws -> [JSON] {
        let url = try #require(
            Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures/fernet"))
        return try JSON(parsing: Array(try Data(contentsOf: url))).items
    }

    @Test func sealsTheSpecificationsExample() throws {
        for vector in try FernetTests.vectors("generate") {
            let fernet = try Fernet(key: Secret(try vector["secret"].string))
            let iv = try vector["iv"].items.map { UInt8(try $0.integer) }
            let token = fernet.seal(Array(try vector["src"].string.utf8), now: FernetTests.then, iv: iv)
            #expect(token == (try vector["token"].string))
        }
    }

    @Test func opensTheSpecificationsExample() throws {
        for vector in try FernetTests.vectors("verify") {
            let fernet = try Fernet(key: Secret(try vector["secret"].string))
            let plain = try fernet.open(
                try vector["token"].string, ttl: try vector["ttl_sec"].integer, now: FernetTests.then.adding(1))
            #expect(plain == Array(try vector["src"].string.utf8))
        }
    }

    @Test func refusesEachInvalidExampleForItsReason() throws {
        let reasons: [String: FernetError] = [
            "incorrect mac": .wrongCode, "too short": .tooShort, "invalid base64": .notBase64,
            "payload size not multiple of block size": .notWholeBlocks, "payload padding error": .badPadding,
            "far-future TS (unacceptable clock skew)": .fromTheFuture, "expired TTL": .expired,
            "incorrect IV (causes padding error)": .badPadding,
        ]
        let vectors = try FernetTests.vectors("invalid")
        #expect(vectors.count == reasons.count)
        for vector in vectors {
            let name = try vector["desc"].string
            let seconds = try vector["now"].string.contains("01:21:31") ? 91.0 : 1.0
            let fernet = try Fernet(key: Secret(try vector["secret"].string))
            let token = try vector["token"].string
            let ttl = try vector["ttl_sec"].integer
            #expect(throws: try #require(reasons[name]), "\(name)") {
                try fernet.open(token, ttl: ttl, now: FernetTests.then.adding(seconds))
            }
        }
    }

    @Test(arguments: [0, 1, 15, 16, 17, 5000])
    func opensWhatItSealed(_ length: Int) throws {
        let fernet = try Fernet(key: Fernet.newKey())
        let plain = [UInt8](repeating: 7, count: length)
        #expect(try fernet.open(fernet.seal(plain, now: FernetTests.then)) == plain)
    }

    @Test func noChangedByteOpens() throws {
        let fernet = try Fernet(key: Fernet.newKey())
        let token = try #require(Base64URL.decode(fernet.seal(Array("secret".utf8), now: FernetTests.then).utf8))
        for index in token.indices {
            var changed = token
            changed[index] ^= 1
            #expect(throws: FernetError.self) { try fernet.open(Base64URL.encode(changed)) }
        }
    }

    @Test func timeIsCheckedOnlyWhereItIsGiven() throws {
        let fernet = try Fernet(key: Fernet.newKey())
        let token = fernet.seal([1], now: FernetTests.then)
        #expect(try fernet.open(token, ttl: 60) == [1])
        #expect(try fernet.open(token, ttl: 60, now: FernetTests.then.adding(60)) == [1])
        #expect(try fernet.open(token, now: FernetTests.then.adding(-60)) == [1])
        #expect(throws: FernetError.expired) { try fernet.open(token, ttl: 60, now: FernetTests.then.adding(61)) }
        #expect(throws: FernetError.fromTheFuture) { try fernet.open(token, now: FernetTests.then.adding(-61)) }
    }

    @Test(arguments: [
        "", "short", "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4", "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4+4=",
    ])
    func refusesAKeyThatIsNone(_ text: String) {
        #expect(throws: FernetError.invalidKey) { try Fernet(key: Secret(text)) }
    }

    @Test func blanksAroundAKeyAreDropped() throws {
        let key = Fernet.newKey()
        let token = try Fernet(key: key).seal([1, 2], now: FernetTests.then)
        #expect(try Fernet(key: Secret(" " + key.reveal() + "\r\n")).open(token) == [1, 2])
    }

    @Test(.enabled(if: Python.hasCryptography, "python3 with `cryptography` is missing: not checked against it"))
    func pythonReadsOursAndWeReadPythons() throws {
        let key = Fernet.newKey()
        let fernet = try Fernet(key: key)
        let plain = Array("pässword \u{0} 🍝".utf8)
        let ours = fernet.seal(plain, now: Instant(seconds: Date().timeIntervalSince1970))
        let output = try Python.run(
            """
            import sys
            from cryptography.fernet import Fernet
            key, token = sys.stdin.read().split()
            fernet = Fernet(key.encode())
            plain = fernet.decrypt(token.encode(), ttl=60)
            sys.stdout.write(fernet.encrypt(plain[::-1]).decode())
            """, input: "\(key.reveal()) \(ours)")
        #expect(try fernet.open(output) == plain.reversed())
    }
}
