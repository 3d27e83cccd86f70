import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative

@Suite(.timeLimit(.minutes(1))) struct CredentialStoreTests {
    private let folder: TempFolder
    private let home: Home
    private let store: CredentialStore

    init() throws {
        folder = try TempFolder()
        home = folder.home
        store = CredentialStore(home: home, now: { Instant(seconds: Date().timeIntervalSince1970) })
    }

    private var keyPath: String { home.credentials + "/.key" }
    private var sealedPath: String { home.credentials + "/resy.enc" }

    private func signIn() async throws {
        try await store.save("resy", Credentials(email: "a@example.com", password: Secret("p"), isVerified: true))
    }

    @Test func readingMakesNothing() throws {
        #expect(try store.get("resy") == nil)
        #expect(try !store.has("resy"))
        #expect(try Files.facts(home.path) == nil)
    }

    @Test func givesBackWhatWasSaved() async throws {
        let card = Secret("api.resy.com\tFALSE\t/\tTRUE\t0\tsid\tx")
        let expires = Instant(seconds: 1_900_000_000.5)
        try await store.save(
            "resy",
            Credentials(
                email: "a@example.com", password: Secret("pä\"ss\u{0}"), authToken: Secret("t"), apiKey: "k",
                paymentMethodID: 7, tokenExpiresAt: expires, cookies: [card], isVerified: true))
        let found = try #require(try store.get("resy"))
        #expect(found.password == Secret("pä\"ss\u{0}"))
        #expect(found.authToken == Secret("t"))
        #expect(found.paymentMethodID == 7)
        #expect(found.tokenExpiresAt == expires)
        #expect(found.cookies == [card])
        #expect(found.isVerified)
        try store.delete("resy")
        #expect(try store.get("resy") == nil)
    }

    /// What was read once is kept, and no longer than the files stay what they were.
    @Test func aChangeOfTheFilesIsNoticed() async throws {
        try await signIn()
        try await Task.sleep(for: .seconds(2.1))
        for _ in 0..<2 { #expect(try store.get("resy")?.email == "a@example.com") }
        let other = CredentialStore(home: home, now: { Instant(seconds: Date().timeIntervalSince1970) })
        try await other.update("resy") { $0?.email = "b@example.com" }
        #expect(try store.get("resy")?.email == "b@example.com")
        try await Task.sleep(for: .seconds(2.1))
        _ = try store.get("resy")
        try Files.setMode(sealedPath, 0o640)
        #expect(try store.get("resy")?.email == "b@example.com")
        #expect(try folder.mode(sealedPath) == 0o600)
        try Files.remove(keyPath)
        #expect(throws: ResyError.self) { try store.get("resy") }
        try other.delete("resy")
        #expect(try store.get("resy") == nil)
    }

    @Test func foldersAndFilesAreTheOwnersAlone() async throws {
        try await signIn()
        #expect(try folder.mode(home.path) == 0o700)
        #expect(try folder.mode(home.credentials) == 0o700)
        for name in try Files.names(in: home.credentials) where name != "." && name != ".." {
            #expect(try folder.mode(home.credentials + "/" + name) == 0o600, "\(name)")
        }
        #expect(store.notices.isEmpty)
    }

    @Test func whatIsOpenToOthersIsTightenedAndTold() async throws {
        try await signIn()
        try Files.setMode(home.credentials, 0o755)
        try Files.setMode(keyPath, 0o644)
        try Files.setMode(sealedPath, 0o640)
        _ = try store.get("resy")
        #expect(try folder.mode(home.credentials) == 0o700)
        #expect(try folder.mode(keyPath) == 0o600)
        #expect(try folder.mode(sealedPath) == 0o600)
        #expect(store.notices.count == 3)
    }

    @Test func noSecretLiesInTheClear() async throws {
        try await store.save("resy", Credentials(email: "a@example.com", password: Secret("correct horse")))
        for name in [keyPath, sealedPath] {
            let text = String(decoding: try #require(folder.bytes(name)), as: UTF8.self)
            #expect(!text.contains("correct horse") && !text.contains("example.com"))
        }
    }

    @Test func manyFirstUsesEndWithOneKey() async throws {
        let keys = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<32 {
                let home = home
                group.addTask { try CredentialStore(home: home, now: { Instant(seconds: 0) }).key().reveal() }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(keys.count == 1)
        #expect(try store.key().reveal() == keys.first)
    }

    @Test func noUpdateIsLost() async throws {
        try await store.save("resy", Credentials(paymentMethodID: 0))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<16 {
                let home = home
                group.addTask {
                    let store = CredentialStore(home: home, now: { SystemClock().now })
                    try await store.update("resy") { stored in
                        let count = stored?.paymentMethodID ?? 0
                        stored?.paymentMethodID = count + 1
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.get("resy")?.paymentMethodID == 16)
    }

    // MARK: - What is wrong is told and left alone

    private func expectUntouched(_ path: String, _ words: String) async throws {
        let before = try Files.names(in: home.credentials).sorted().map { folder.bytes(home.credentials + "/" + $0) }
        for attempt in 0..<2 {
            do {
                if attempt == 0 { _ = try store.get("resy") } else { try await signIn() }
                Issue.record("nothing thrown")
            } catch let error as ResyError {
                #expect(error.code == .resyError)
                #expect(error.message.contains(path), "\(error.message)")
                #expect(error.message.contains(words), "\(error.message)")
                #expect(!error.hint.isEmpty)
            }
        }
        let after = try Files.names(in: home.credentials).sorted().map { folder.bytes(home.credentials + "/" + $0) }
        #expect(before.compactMap { $0 } == after.compactMap { $0 }.filter { !$0.isEmpty })
    }

    /// `now` may be anything, and stands still here.
    @Test func anotherWriterIsWaitedFor() async throws {
        try await signIn()
        let other = try #require(try FileLock.attempt(home.credentials + "/.store.lock"))
        async let letGo: Void = {
            try await Task.sleep(for: .milliseconds(100))
            other.release()
        }()
        let late = CredentialStore(home: home, now: { Instant(seconds: 1_000) })
        try await late.update("resy") { $0?.apiKey = "other" }
        try await letGo
        #expect(try store.get("resy")?.apiKey == "other")
    }

    @Test func aMissingKeyIsNotReplaced() async throws {
        try await signIn()
        try FileManager.default.removeItem(atPath: keyPath)
        try FileManager.default.removeItem(atPath: home.credentials + "/.store.lock")
        try await expectUntouched(sealedPath, "missing")
        #expect(throws: ResyError.self) { try store.key() }
        #expect(try Files.facts(keyPath) == nil)
    }

    @Test(arguments: ["", "garbage", "gAAAAABn"])
    func aDamagedFileIsLeft(_ text: String) async throws {
        try await signIn()
        try folder.write(text + "x", to: sealedPath)
        try FileManager.default.removeItem(atPath: home.credentials + "/.store.lock")
        try await expectUntouched(sealedPath, "damaged")
    }

    @Test func aDamagedKeyIsLeft() async throws {
        try await signIn()
        try folder.write("no key", to: keyPath)
        try FileManager.default.removeItem(atPath: home.credentials + "/.store.lock")
        try await expectUntouched(keyPath, "not a Fernet key")
    }

    @Test func aLinkInPlaceOfAFileIsRefused() async throws {
        try await signIn()
        let other = folder.path + "/elsewhere"
        try FileManager.default.moveItem(atPath: sealedPath, toPath: other)
        try FileManager.default.createSymbolicLink(atPath: sealedPath, withDestinationPath: other)
        try FileManager.default.removeItem(atPath: home.credentials + "/.store.lock")
        try await expectUntouched(sealedPath, "not a plain file")
    }

    @Test func aLinkInPlaceOfTheFolderIsRefused() async throws {
        try await signIn()
        let other = folder.path + "/elsewhere"
        try FileManager.default.moveItem(atPath: home.credentials, toPath: other)
        try FileManager.default.createSymbolicLink(atPath: home.credentials, withDestinationPath: other)
        let error = #expect(throws: ResyError.self) { try store.get("resy") }
        #expect(error?.message.contains(home.credentials) == true)
    }

    // MARK: - The Python tool's folder

    private static let python = """
        import json, os, sys
        from cryptography.fernet import Fernet
        folder = sys.argv[1]
        os.makedirs(folder, mode=0o700, exist_ok=True)
        key = Fernet.generate_key()
        open(folder + "/.key", "wb").write(key + (b"\\n" if sys.argv[3] == "newline" else b""))
        open(folder + "/resy.enc", "wb").write(Fernet(key).encrypt(sys.argv[2].encode()))
        """

    @Test(
        .enabled(if: Python.hasCryptography, "python3 with `cryptography` is missing: not checked against it"),
        arguments: [
            (#"7"#, #"1900000000"#, 7, 1_900_000_000.0), (#""7""#, #""2030-03-17T17:46:40+00:00""#, 7, 1_900_000_000.0),
            (#"{"id":7}"#, #""2030-03-17T17:46:40Z""#, 7, 1_900_000_000), (#"null"#, #"null"#, nil, nil),
        ])
    func aFolderOfThePythonToolWorksAsItIs(card: String, expires: String, id: Int?, seconds: Double?) async throws {
        let text = """
            {"email":"a@example.com","password":"p","auth_token":"t","api_key":"k","payment_method_id":\(card),\
            "token_expires_at":\(expires),"theirs":{"x":[1]}}
            """
        try Python.run(CredentialStoreTests.python, [home.credentials, text, id == nil ? "newline" : ""])
        let found = try #require(try store.get("resy"))
        #expect(found.email == "a@example.com")
        #expect(found.password == Secret("p"))
        #expect(found.authToken == Secret("t"))
        #expect(found.paymentMethodID == id)
        #expect(found.tokenExpiresAt?.seconds == seconds)
        #expect(found.isVerified)
        // Python reads what we write, with its own fields in its own forms.
        try await store.update("resy") { $0?.password = Secret("new") }
        let output = try Python.run(
            """
            import sys
            from cryptography.fernet import Fernet
            key = open(sys.argv[1] + "/.key", "rb").read()
            sys.stdout.write(Fernet(key).decrypt(open(sys.argv[1] + "/resy.enc", "rb").read()).decode())
            """, [home.credentials])
        let read = try JSON(parsing: Array(output.utf8))
        #expect(try read["password"].string == "new")
        #expect(try read["theirs"].compact == #"{"x":[1]}"#)
        #expect(read.member("payment_method_id")?.compact == card)
        #expect(read.member("token_expires_at")?.compact == expires)
    }
}
