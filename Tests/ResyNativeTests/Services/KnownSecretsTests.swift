import Foundation
import Testing
@testable import ResyDomain

@testable import ResyNative

/// Whatever the account's secrets are and wherever they came from, an answer that says them back is not quoted.
@Suite(.timeLimit(.minutes(1))) struct KnownSecretsTests {
    private static let password = "St0redCANARYpassw0rd"
    private static let cookie = "CANARYcookie98765"
    private static let said = "\(password) CANARYtoken12345 \(cookie) CANARYlegacy1234 CANARYplaces1234"

    /// A service that signs anybody in and says every secret back to all the rest.
    private struct House {
        let server: LoopbackServer
        let redactor = Redactor()
        let lines = Lines()
        let settings: Settings
        let resy: Resy

        init(
            browser: any BrowserSignIn = NoBrowser(), isSignInOpen: Bool = true,
            _ change: (inout Settings) -> Void = { _ in }
        ) throws {
            server = try LoopbackServer { request, peer in
                if request.path.hasPrefix("/3/auth/password"), isSignInOpen {
                    peer.answer(
                        #"{"token":"CANARYtoken12345","legacy_token":"CANARYlegacy1234","em_address":"sam@example.com"}"#
                            .utf8,
                        headers: [
                            "Content-Type: application/json",
                            "Set-Cookie: production_refresh_token=\(cookie); Path=/; Max-Age=7776000; HttpOnly",
                        ])
                } else {
                    peer.answer(
                        #"{"status":400,"message":"Not \#(said)"}"#.utf8, status: "400 Bad Request",
                        headers: ["Content-Type: application/json", "Server: \(cookie)"])
                }
                return .keep
            }
            var settings = Settings(
                home: FileManager.default.temporaryDirectory.appendingPathComponent("known-\(UUID().uuidString)").path)
            settings.apiURL = server.url
            settings.placesURL = server.url
            settings.pace = 0...0
            settings.budget = 0
            change(&settings)
            self.settings = settings
            let lines = lines
            resy = Resy(settings: settings, browser: browser, redactor: redactor, trace: { lines.add($0) })
        }

        var context: CallContext { CallContext(deadline: SystemClock().now.adding(30)) }

        /// What somebody hears who is signed in first, where need be, and then looks for a table.
        func ask() async -> String {
            let list = try? await resy.reservations(includingPast: false, context: context)
            let request = AvailabilityRequest(restaurant: "Anywhere", date: "tomorrow", party: 2)
            let error = await failure { try await resy.checkAvailability(request, context: context) }
            return "\(error?.message ?? "nothing") \(list?.notes ?? [])"
        }

        func look() async throws -> String {
            let report = try await resy.lookLive(LiveRequest(venue: "Anywhere"), context: context)
            guard case .failed(let error) = report.calls.first?.outcome else { return "\(report)" }
            return error.message
        }

        func store(_ change: (inout Credentials) -> Void = { _ in }) async throws {
            var stored = Credentials(
                email: "sam@example.com", password: Secret(password), authToken: Secret("CANARYtoken12345"),
                cookies: [Secret("127.0.0.1\tFALSE\t/\tFALSE\t4102444800\tproduction_refresh_token\t\(cookie)")],
                isVerified: true)
            change(&stored)
            // By another process.
            let other = CredentialStore(home: Home(settings.home), now: { SystemClock().now })
            try await other.save(AuthManager.platform, stored)
        }

        func leave() async {
            await resy.finish()
            server.stop()
            try? FileManager.default.removeItem(atPath: settings.home)
        }
    }

    private static func expectNone(of secrets: [String], in text: String) {
        for secret in secrets { #expect(!text.contains(secret), "\(secret) is in: \(text)") }
    }

    @Test func whatIsStoredIsNotQuoted() async throws {
        let house = try House()
        try await house.store()
        let said = await house.ask()
        #expect(said.contains("Not ***"), "\(said)")
        Self.expectNone(of: [Self.password, "CANARYtoken12345", Self.cookie], in: said)
        Self.expectNone(of: [Self.password, "CANARYtoken12345", Self.cookie], in: house.lines.text)
        await house.leave()
    }

    @Test func whatASignInBringsIsNotQuoted() async throws {
        let house = try House {
            $0.email = "sam@example.com"; $0.password = Secret(Self.password)
        }
        let said = await house.ask()
        #expect(said.contains("Not ***"), "\(said)")
        let secrets = [Self.password, "CANARYtoken12345", Self.cookie, "CANARYlegacy1234"]
        Self.expectNone(of: secrets, in: said)
        Self.expectNone(of: secrets, in: house.lines.text)
        await house.leave()
    }

    @Test func whatABrowserBringsIsNotQuoted() async throws {
        let line = Secret("127.0.0.1\tFALSE\t/\tFALSE\t4102444800\tproduction_refresh_token\t\(Self.cookie)")
        let browser = ScriptedBrowser { _, _ in
            SignedIn(
                token: Secret("CANARYtoken12345"), cards: [], paymentMethodID: nil, email: "sam@example.com",
                cookies: [line])
        }
        let house = try House(browser: browser, isSignInOpen: false)
        _ = try? await house.resy.signIn(
            throughBrowser: BrowserLogin(email: "sam@example.com", password: Secret(Self.password), isHeaded: false),
            context: house.context)
        let said = await house.ask()
        #expect(said.contains("Not ***"), "\(said)")
        Self.expectNone(of: [Self.password, "CANARYtoken12345", Self.cookie], in: said + house.lines.text)
        await house.leave()
    }

    @Test func aLookAtTheLiveServiceQuotesNoneOfIt() async throws {
        let house = try House { $0.placesKey = Secret("CANARYplaces1234") }
        try await house.store()
        let said = try await house.look()
        #expect(said.contains("Not ***"), "\(said)")
        Self.expectNone(of: [Self.password, "CANARYtoken12345", Self.cookie, "CANARYplaces1234"], in: said)
        await house.leave()
    }

    @Test func manyBookingsPushNoneOfItOut() async throws {
        let house = try House {
            $0.email = "sam@example.com"
            $0.password = Secret(Self.password)
            $0.placesKey = Secret("CANARYplaces1234")
        }
        _ = await house.ask()
        for number in 1000..<1000 + 2 * Redactor.mostKnown { house.redactor.register(Secret("passing-\(number)")) }
        let said = house.redactor.redact(Self.said)
        Self.expectNone(
            of: [Self.password, "CANARYtoken12345", Self.cookie, "CANARYlegacy1234", "CANARYplaces1234"], in: said)
        await house.leave()
    }

    @Test func anotherServicesErrorHidesWhatIsKnown() async throws {
        let house = try House()
        house.redactor.register(Secret("CANARYplaces1234"))
        let client = CannedClient(.text(400, #"{"error":{"status":"NO CANARYplaces\u200b1234"}}"#))
        let places = PlacesAPI(
            http: client, store: house.resy.store, clock: SystemClock(), baseURL: house.server.url,
            key: Secret("CANARYplaces1234"), redactor: house.redactor)
        let error = await failure { try await places.search("Anywhere", location: nil, before: house.context.deadline) }
        #expect(error?.message == "Google Places refused the search (NO ***).")
        await house.leave()
    }
}
