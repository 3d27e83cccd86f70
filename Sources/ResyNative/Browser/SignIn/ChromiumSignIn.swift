internal import ResyDomain

/// Signs in as a person does, on Resy's own page in a real browser that lives no longer than this.
///
/// Nothing hides that it is automated. Where a challenge appears, a person is asked, or the sign-in ends and says so.
package struct ChromiumSignIn: BrowserSignIn {
    /// Seconds kept for the call that the sign-in was for.
    static let reserve = 10.0

    private let settings: Settings
    private let clock: any WallClock
    private let options: BrowserOptions
    private let redactor: Redactor

    private let patience: SignInWalk.Patience

    /// What `redactor` knows is not quoted from a page.
    package init(settings: Settings, clock: any WallClock, redactor: Redactor) {
        self.init(settings: settings, clock: clock, options: BrowserOptions(settings: settings), redactor: redactor)
    }

    init(
        settings: Settings, clock: any WallClock, options: BrowserOptions,
        patience: SignInWalk.Patience = SignInWalk.Patience(), redactor: Redactor = Redactor()
    ) {
        self.settings = settings
        self.clock = clock
        self.options = options
        self.patience = patience
        self.redactor = redactor
    }

    package func signIn(_ login: BrowserLogin, context: CallContext) async throws -> SignedIn {
        login.password.map { redactor.register($0, as: .lasting) }
        context.progress(.startingBrowser)
        let deadline = context.deadline.adding(login.isHeaded ? -2 : -Self.reserve)
        do {
            var options = options
            options.isHeaded = login.isHeaded
            return try await withBrowser(options, clock: clock) { connection in
                let tab = try await BrowserTab.open(on: connection)
                return try await SignInVisit(
                    tab: tab, login: login, settings: settings, clock: clock, deadline: deadline,
                    patience: patience, redactor: redactor, progress: context.progress
                ).run()
            }
        } catch let error as BrowserError {
            throw error.explained()
        }
    }
}
