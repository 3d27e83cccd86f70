import Foundation
import Glibc
import SandboxKit
import Testing
@testable import ResyDomain

@testable import ResyNative

/// The whole sign-in, in a real browser on a site that behaves like the real one, over TLS and HTTP/2.
extension BrowserTests {
    @Suite(.serialized, .enabled(if: Stage.canSpeakTLS), .timeLimit(.minutes(10)))
    struct SignInTests {
        struct Case: CustomTestStringConvertible, Sendable {
            let testDescription: String
            var road = SiteStage.Road.named
            var password = Stage.password
            /// The API by its other name on loopback, which is another site to a browser.
            var hasOtherAPI = false
            var change: @Sendable (inout SiteSwitches) -> Void = { _ in }
        }

        static let good: [Case] = [
            Case(testDescription: "the known markup"),
            Case(testDescription: "on plain loopback", road: .plain),
            Case(testDescription: "other names and texts") { $0.markup = .v2 },
            Case(testDescription: "roles and placeholders alone") { $0.markup = .v3 },
            Case(testDescription: "a narrow menu") { $0.menuFirst = true },
            Case(testDescription: "a cookie banner") { $0.cookieBanner = true },
            Case(testDescription: "an announcement") { $0.announcement = true },
            Case(testDescription: "both, on unhelpful markup") {
                $0.markup = .v3
                $0.cookieBanner = true
                $0.announcement = true
            },
            Case(testDescription: "alert boxes") { $0.alerts = true },
            Case(testDescription: "a redirect that throws the answer away") { $0.redirectsAfterLogin = true },
            Case(testDescription: "a service worker in between") { $0.serviceWorker = true },
            Case(testDescription: "a slow page") {
                $0.htmlDelayMilliseconds = 1500
                $0.formDelayMilliseconds = 1500
            },
            Case(testDescription: "a form in a frame") { $0.formFrame = .same },
            Case(testDescription: "a form in another host's frame") { $0.formFrame = .other },
            Case(testDescription: "a form in another site's frame", road: .plain, hasOtherAPI: true) {
                $0.formFrame = .other
            },
            Case(testDescription: "roles alone in another site's frame", road: .plain, hasOtherAPI: true) {
                $0.formFrame = .other
                $0.markup = .v3
            },
            Case(testDescription: "a frame below a cookie banner") {
                $0.formFrame = .same
                $0.markup = .v2
                $0.cookieBanner = true
            },
            Case(testDescription: "a late box and one step at a time") { $0.design = .steps },
            Case(testDescription: "the same without a word for the box", road: .plain) { $0.design = .bareSteps },
            Case(testDescription: "shadow trees") { $0.design = .shadow },
            Case(testDescription: "decoys that want an address") { $0.design = .decoys },
            Case(testDescription: "a site that refuses what calls itself headless") { $0.refusesHeadless = true },
        ]

        @Test(arguments: good)
        func signsIn(_ example: Case) async throws {
            let stage = try await open(example)
            let result = try await outcome(of: example, on: stage)
            let seen = await stage.sandbox.world.visits.map(\.path).filter { $0.hasPrefix("/seen/") }
            await stage.stop()
            let signedIn = try result.get()
            #expect(!seen.contains("/seen/opened/2"), "opened a second time")
            #expect(!seen.contains("/seen/decoy") && !seen.contains("/seen/texted"))
            #expect(TokenExpiry.read(signedIn.token) != nil)
            #expect(signedIn.apiKey == "VbWk7s3L4KiK5fzlO7JD3Q5EYolJI7n5")
            // A browser keeps no cookie for another site's frame on plain loopback.
            guard !example.hasOtherAPI else { return }
            #expect(signedIn.cookies.contains { $0.reveal().contains("\tproduction_refresh_token\t") })
            #expect(signedIn.cookies.count == 1, "the guard's cookies stay in the browser")
        }

        static let bad: [(example: Case, code: ResyError.Code, words: String)] = [
            (
                Case(testDescription: "a wrong password", password: "not it"), .signInFailed,
                "refused this e-mail and password"
            ),
            (Case(testDescription: "a captcha") { $0.captcha = .recaptcha }, .captcha, "captcha"),
            (
                Case(testDescription: "another captcha, on unhelpful markup") {
                    $0.captcha = .hcaptcha
                    $0.markup = .v3
                }, .captcha, "captcha"
            ),
            (
                Case(testDescription: "a captcha in the form's frame") {
                    $0.formFrame = .same
                    $0.captcha = .recaptcha
                }, .captcha, "captcha"
            ),
            (
                Case(testDescription: "a captcha in another site's frame", road: .plain, hasOtherAPI: true) {
                    $0.formFrame = .other
                    $0.captcha = .hcaptcha
                }, .captcha, "captcha"
            ),
            (
                Case(testDescription: "a wrong password in a frame", password: "not it") { $0.formFrame = .other },
                .signInFailed, "refused this e-mail and password"
            ),
            (
                Case(testDescription: "a stranger's frame", road: .plain) { $0.formFrame = .other }, .schemaChanged,
                "not understood"
            ),
            (Case(testDescription: "a code by SMS") { $0.verificationCode = true }, .captcha, "verification code"),
            (
                Case(testDescription: "words on a page without scripts", password: "not it") { $0.plainForm = true },
                .signInFailed, "It says: \u{201C}We do not recognize this email and password.\u{201D}"
            ),
            (
                Case(testDescription: "six boxes for a code") {
                    $0.plainForm = true
                    $0.codeBoxes = true
                }, .captcha, "verification code"
            ),
            (Case(testDescription: "a blocked page") { $0.blockedPage = true }, .signInBlocked, "HTTP 403"),
            (Case(testDescription: "an empty page") { $0.emptyPage = true }, .schemaChanged, "nothing to press"),
            (
                Case(testDescription: "a phone number or nothing") { $0.phoneOnly = true }, .schemaChanged,
                "headings \u{201C}Right this way\u{201D}"
            ),
            (Case(testDescription: "a login without an answer") { $0.loginStalls = true }, .network, "did not answer"),
            (Case(testDescription: "a page in a loop") { $0.unresponsive = true }, .signInBlocked, "no answer to"),
        ]

        @Test(arguments: bad.indices)
        func saysWhyNot(_ index: Int) async throws {
            let (example, code, words) = Self.bad[index]
            let stage = try await open(example)
            let result = try await outcome(of: example, on: stage)
            await stage.stop()
            let error = #expect(throws: ResyError.self, "\(example.testDescription)") { try result.get() }
            #expect(error?.code == code, "\(example.testDescription): \(error?.message ?? "")")
            #expect(error?.message.contains(words) == true, "\(example.testDescription): \(error?.message ?? "")")
            #expect(error?.hint.isEmpty == false)
        }

        @Test
        func aBlockOfTheBrowserItselfIsNoWrongPassword() async throws {
            let stage = try await open(Case(testDescription: "blocked"), block: .authPage)
            let result = try await outcome(of: Case(testDescription: "blocked"), on: stage)
            await stage.stop()
            let error = #expect(throws: ResyError.self) { try result.get() }
            #expect(error?.code == .signInBlocked)
        }

        @Test
        func aBrowserThatCrashesIsSaid() async throws {
            let stage = try await open(Case(testDescription: "crash") { $0.loginStalls = true })
            let folder = try TempFolder()
            let result = try await outcome(of: Case(testDescription: "crash"), on: stage, in: folder) { step in
                guard step == .atPage(.waiting) else { return }
                for process in Chromium.processes(of: folder, type: "renderer") { kill(process, SIGKILL) }
            }
            await stage.stop()
            let error = #expect(throws: ResyError.self) { try result.get() }
            #expect(error?.message.contains("browser ended") == true, "\(error?.message ?? "")")
        }

        // MARK: -

        private func open(_ example: Case, block: Switches.Block = .authProgramsPage) async throws -> SiteStage {
            let stage = try await SiteStage.start(example.road)
            await stage.sandbox.world.change {
                example.change(&$0.site)
                $0.block = block
            }
            return stage
        }

        private func outcome(
            of example: Case, on stage: SiteStage, in folder: TempFolder? = nil,
            hearing progress: @escaping @Sendable (Step) -> Void = { _ in }
        ) async throws -> Result<SignedIn, any Error> {
            var settings = Settings(home: "/nonexistent")
            settings.webURL = stage.webURL
            settings.apiURL =
                example.hasOtherAPI ? stage.apiURL.replacing("127.0.0.1", with: "localhost") : stage.apiURL
            let folder = try folder ?? TempFolder()
            var options = Chromium.options(in: folder)
            options.extraFlags = stage.browserFlags
            let browser = ChromiumSignIn(
                settings: settings, clock: SystemClock(), options: options,
                patience: SignInWalk.Patience(page: 4, answer: 6, secondTry: 3))
            defer { #expect(Chromium.folders(in: folder).isEmpty) }
            let login = BrowserLogin(email: Stage.email, password: Secret(example.password))
            let context = CallContext(deadline: SystemClock().now.adding(120), progress: progress)
            do {
                return .success(try await browser.signIn(login, context: context))
            } catch let turned as BrowserTurnedAway {
                return .failure(turned.error)
            } catch {
                return .failure(error)
            }
        }
    }
}
