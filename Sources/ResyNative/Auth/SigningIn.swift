internal import ResyDomain

/// One sign-in on its way: drives `SignInFlow` and does what it says.
struct SigningIn: Sendable {
    let auth: AuthManager.Parts
    /// Without a token.
    let access: Access
    let email: String?
    let password: Secret?
    let isHeaded: Bool
    /// Somebody asks for this very sign-in, who may see what keeps it from working.
    var isByHand = false
    /// What was stored before, of whichever account.
    let stored: Credentials?
    /// The token that Resy refuses, or that ends.
    let old: Secret?
    /// For the step that begins now.
    let context: @Sendable () -> CallContext

    private var resy: ResyCall { auth.api.call(access, context().on(.deed)) }

    struct Result: Sendable {
        var signedIn: SignedIn
        /// By the cookie: nothing was learned about the password.
        var isRefreshed: Bool
    }

    func run(_ purpose: SignInFlow.Purpose) async throws -> Result {
        var machine = SignInFlow(purpose)
        var action = machine.start()
        var failure: any Error = ResyError.notSignedIn
        var found: Result?
        var cookies = stored?.cookies ?? []
        /// Why the browser is asked at all.
        var turnedAway: APIFailure?
        var isCounted = false
        while true {
            try Task.checkCancellation()
            do {
                switch action {
                case .refresh:
                    found = Result(signedIn: try await refresh(cookies), isRefreshed: true)
                    action = machine.handle(.gotToken)
                case .forgetCookie:
                    cookies.removeAll { CookieLine.isRefresh($0) }
                    try await forgetCookie()
                    action = machine.handle(.cookieForgotten)
                case .claim:
                    try await respectStops(purpose)
                    try await claim()
                    isCounted = true
                    action = machine.handle(.granted)
                case .askAPI:
                    found = Result(signedIn: try await askAPI(cookies), isRefreshed: false)
                    action = machine.handle(.gotToken)
                case .askBrowser:
                    if let stop = await browserStop(purpose) { throw APIFailure.stopped(stop) }
                    found = Result(signedIn: try await askBrowser(cookies), isRefreshed: false)
                    action = machine.handle(.gotToken)
                case .finish(.signedIn):
                    guard let found else { throw failure }
                    await auth.api.stops?.noteBrowser(nil)
                    if isCounted, let email { await auth.noteSignedIn(email) }
                    return found
                case .finish(.failed), .finish(.tooMany): throw explained(failure)
                case .finish(.youngToken): throw ResyError.refusedYoungToken
                case .finish(.nothingToSignInWith):
                    throw stored?.authToken == nil ? ResyError.notSignedIn : ResyError.tokenRanOut
                }
            } catch let tooMany as TooManySignIns where action == .claim {
                failure = tooMany
                action = machine.handle(.tooMany)
            } catch let fault as APIFailure {
                let fault = await isKeysFault(fault, at: action) ? APIFailure.wrongKey : fault
                failure = fault
                if action == .askAPI { turnedAway = fault }
                action = machine.handle(.failed(fault.asSignInFailure))
            } catch let fault as BrowserTurnedAway where action == .askBrowser {
                // Where a browser was wanted from the start, nothing is known of the shorter ways.
                if turnedAway != nil { await auth.api.stops?.noteBrowser(fault.cause, retryAt: fault.error.retryAt) }
                failure = turnedAway.map { fault.error.inBrowser(after: $0.explained()) } ?? fault.error
                action = machine.handle(.failed(.noAnswer))
            } catch let fault as ResyError where action == .refresh || action == .askBrowser {
                // The API's own word stands: asking it again would be answered the same, and each time send a code.
                if action == .askBrowser, let cause = turnedAway?.wanted { await auth.api.stops?.noteBrowser(cause) }
                failure = turnedAway.map { fault.inBrowser(after: $0.explained()) } ?? fault
                action = machine.handle(.failed(.noAnswer))
            }
        }
    }

    // MARK: - Steps

    /// A key that is refused looks like a refused cookie or password, and nothing is to be forgotten for it.
    private func isKeysFault(_ fault: APIFailure, at action: SignInFlow.Action) async -> Bool {
        switch (action, fault) {
        case (.refresh, .signedOut), (.askAPI, .wrongPassword):
            await (try? resy.takesKey()) == false
        default: false
        }
    }

    private func refresh(_ known: [Secret]) async throws -> SignedIn {
        let resy = resy
        resy.context.progress(.renewingSignIn)
        // Another process may have been given a newer one.
        await auth.cookies.importCookies(known)
        let signedIn = try await resy.refresh()
        // The cookie may be another account's, where somebody signed in elsewhere in the same browser.
        if let email, let owner = signedIn.email, owner.lowercased() != email.lowercased() {
            throw APIFailure.signedOut
        }
        guard signedIn.token != old else { throw APIFailure.schema(path: "$.token") }
        return signedIn
    }

    private func forgetCookie() async throws {
        await auth.dropRefreshCookie()
        let account = stored?.email
        try await auth.credentials.update(AuthManager.platform) { stored in
            guard stored?.email == account else { return }
            stored?.cookies.removeAll { CookieLine.isRefresh($0) }
        }
    }

    /// A limit is on the account or the line, so that a browser would meet it too; and what one browser met, the next
    /// would. A person in a window may try. Nothing is counted for what is not tried.
    private func respectStops(_ purpose: SignInFlow.Purpose) async throws {
        guard !isHeaded, let stops = auth.api.stops else { return }
        if let stop = await stops.standing(.signIn), stop.cause == .rateLimited { throw APIFailure.stopped(stop) }
        guard let stop = await browserStop(purpose) else { return }
        // With a password that Resy has not seen, the API is asked first, if it may be.
        if purpose == .prove, await stops.stop(of: .signIn) == nil { return }
        throw APIFailure.stopped(stop)
    }

    /// Why no browser is started; nil where somebody asked for it, or for this sign-in.
    private func browserStop(_ purpose: SignInFlow.Purpose) async -> Breaker.Stop? {
        guard !isByHand, purpose != .browse, purpose != .browseUncounted else { return nil }
        return await auth.api.stops?.standing(.browser)
    }

    /// Counts the try before it is made, over all processes of this home; throws `TooManySignIns`.
    private func claim() async throws {
        guard let email else { return }
        try await auth.claim(email)
    }

    private func askAPI(_ known: [Secret]) async throws -> SignedIn {
        guard let email, let password else { throw ResyError.notSignedIn }
        let resy = resy
        resy.context.progress(.signingIn)
        await leaveOthersCookies(known)
        return try await resy.authenticate(email: email, password: password)
    }

    private func askBrowser(_ known: [Secret]) async throws -> SignedIn {
        await leaveOthersCookies(known)
        return try await auth.browser.signIn(
            BrowserLogin(email: email, password: password, isHeaded: isHeaded), context: context())
    }

    /// The same account keeps its cookies; another's must not renew the token that comes now.
    private func leaveOthersCookies(_ known: [Secret]) async {
        if let stored, stored.email == email {
            await auth.cookies.importCookies(known)
        } else {
            await auth.dropRefreshCookie()
        }
    }

    private func explained(_ failure: any Error) -> any Error {
        switch failure {
        case APIFailure.wrongPassword: ResyError.wrongPassword(length: password?.revealBytes().count ?? 0)
        case APIFailure.refused(let status, let message): ResyError.signInRefused(status: status, message: message)
        case let failure as APIFailure: failure.explained()
        default: failure
        }
    }
}
