internal import ResyDomain

/// Who we are to Resy: gives calls a token that works, and signs in when there is none.
///
/// One sign-in at a time over all tasks, and, by a lock file, over all processes of this home.
package actor AuthManager {
    package static let platform = "resy"
    /// A token that ends sooner than this is renewed first.
    static let margin: Double = 300
    /// A token this young that is refused may have been revoked, once; twice in this time means that something else is
    /// wrong.
    static let youth: Double = 600

    /// What every way of signing in needs.
    struct Parts: Sendable {
        let api: ResyAPI
        let credentials: CredentialStore
        let store: Store
        let browser: any BrowserSignIn
        let cookies: any CookieKeeping
        let settings: Settings
        let clock: any WallClock
    }

    let parts: Parts
    private var renewing: SharedSignIn?
    private var hasImportedCookies = false
    /// An opaque token that `GET /2/user` proved, and when.
    private var proved: (token: Secret, at: Instant)?
    /// When the token that was looked at last ends, by its own word.
    private var ending: (token: Secret, at: Instant?)?

    package init(
        api: ResyAPI, credentials: CredentialStore, store: Store, browser: any BrowserSignIn,
        cookies: any CookieKeeping, settings: Settings, clock: any WallClock
    ) {
        parts = Parts(
            api: api, credentials: credentials, store: store, browser: browser, cookies: cookies, settings: settings,
            clock: clock)
    }

    var api: ResyAPI { parts.api }
    var credentials: CredentialStore { parts.credentials }
    var settings: Settings { parts.settings }
    var clock: any WallClock { parts.clock }

    // MARK: - Access

    /// For calls that work without a token and may show more with one: never signs in.
    package func optionalAccess() async -> Access {
        guard let stored = try? credentials.get(Self.platform), let token = stored.authToken,
            !isExpired(stored, margin: 0)
        else { return anonymous }
        await importCookiesOnce(stored)
        return Access(apiKey: apiKey(stored), token: token)
    }

    /// A token that is believed to work: by its own `exp`, or, where it has none, by asking who it belongs to. Always of
    /// the account that the call began with.
    package func access(_ context: CallContext) async throws -> Access {
        try held(try await currentAccess(context), context)
    }

    private func held(_ access: Access, _ context: CallContext) throws(APIFailure) -> Access {
        guard context.account.holds(access) else { throw .otherAccount }
        return access
    }

    private func currentAccess(_ context: CallContext) async throws -> Access {
        guard let stored = try credentials.get(Self.platform), let token = stored.authToken else {
            return try await renew(after: nil, context)
        }
        await importCookiesOnce(stored)
        if isEnding(stored) { return try await renewEarly(token, context) }
        let access = access(stored, token)
        if expiry(stored) == nil { return try await prove(access, token, context) }
        return access
    }

    /// A token that ends soon and cannot be renewed works to its end.
    private func renewEarly(_ token: Secret, _ context: CallContext) async throws -> Access {
        do {
            return try await renew(after: token, context)
        } catch let error as ResyError {
            // Somebody may have signed out meanwhile.
            guard let stored = try credentials.get(Self.platform), stored.authToken == token,
                !isExpired(stored, margin: 0)
            else { throw error }
            return access(stored, token)
        }
    }

    private func prove(_ access: Access, _ token: Secret, _ context: CallContext) async throws -> Access {
        if let proved, proved.token == token, clock.now.seconds - proved.at.seconds < 300 { return access }
        do {
            _ = try await api.call(access, context.on(.deed)).user()
        } catch APIFailure.signedOut {
            return try await renew(after: token, context)
        } catch APIFailure.refused(status: 409, _) {
            // One account was seen to answer so while its token could still book.
        }
        proved = (token, clock.now)
        return access
    }

    // MARK: - Renewing

    /// A fresh token after one was refused or ran out; nil where there never was one. Calls that need one at the same
    /// time wait for one sign-in, which ends when the last of them is cancelled.
    package func renew(after refused: Secret?, _ context: CallContext) async throws -> Access {
        while true {
            try Task.checkCancellation()
            let joined = renewing.flatMap { shared in shared.join(context).map { (shared, $0) } }
            let (shared, place) = joined ?? begin(after: refused, context)
            do {
                return try held(try await shared.value(at: place), context)
            } catch is CancellationError where !Task.isCancelled {
                // Somebody signed out meanwhile.
                throw ResyError.notSignedIn
            } catch let error as ResyError where joined != nil && error.code == .network {
                // The call that began it may have run out of time, which this one still has.
                let began = shared.firstDeadline.seconds
                guard clock.now.seconds >= began - 1, context.deadline.seconds > began + 1 else { throw error }
            }
        }
    }

    private func begin(after refused: Secret?, _ context: CallContext) -> (SharedSignIn, Int) {
        let shared = SharedSignIn(context.deadline)
        guard let place = shared.join(context) else { preconditionFailure("nobody has ended it yet") }
        renewing = shared
        shared.start { shared in try await self.signInAgain(after: refused, shared) }
        return (shared, place)
    }

    private func signInAgain(after refused: Secret?, _ shared: SharedSignIn) async throws -> Access {
        let lock = try await credentials.lockSignIn(until: shared.context.deadline, clock: clock)
        defer { lock.release() }
        let stored = try credentials.get(Self.platform)
        var isYoungToken = false
        if let stored, let token = stored.authToken {
            if token != refused, !isEnding(stored) { return access(stored, token) }
            if token == refused, !isEnding(stored), isYoung(stored), let email = stored.email {
                let tries = try await parts.store.signIns(
                    account: AccountKey.of(email: email), since: clock.now.adding(-Self.youth))
                isYoungToken = tries > 1
            }
        }
        let email = stored?.email ?? settings.email
        let password = stored?.password ?? settings.password
        let signingIn = SigningIn(
            auth: parts, access: Access(apiKey: apiKey(stored)), email: email, password: password, isHeaded: false,
            stored: stored, old: stored?.authToken, context: { shared.context })
        let means = SignInFlow.Means(
            hasRefreshCookie: stored?.hasRefreshCookie(for: settings.apiURL, now: clock.now) ?? false,
            hasPassword: email != nil && password != nil, isTokenYoung: isYoungToken)
        let result: SigningIn.Result
        do { result = try await signingIn.run(.renew(means)) } catch let tooMany as TooManySignIns {
            throw tooMany.explained()
        }
        guard let owner = email ?? result.signedIn.email else { throw APIFailure.schema(path: "$.em_address") }
        try await keep(result.signedIn, email: owner, password: result.isRefreshed ? nil : password)
        return Access(
            apiKey: apiKey(try credentials.get(Self.platform)), token: result.signedIn.token, email: owner)
    }

    /// Ends a sign-in under way, for whoever waits for it.
    package func finish() async { await renewing?.end() }

    /// Removes every secret of this home and names the files that were removed; none where there was nothing.
    package func signOut() async throws -> [String] {
        // First this: a sign-in that ends well afterwards would store what was just removed.
        await renewing?.end()
        return try credentials.deleteAll(Self.platform)
    }

    // MARK: - What the stored credentials say

    private func access(_ stored: Credentials, _ token: Secret) -> Access {
        Access(apiKey: apiKey(stored), token: token, email: stored.email ?? settings.email)
    }

    var anonymous: Access { Access(apiKey: settings.apiKey) }

    func apiKey(_ stored: Credentials?) -> String {
        settings.apiKeyIsChosen ? settings.apiKey : stored?.apiKey ?? settings.apiKey
    }

    private func expiry(_ stored: Credentials) -> Instant? {
        guard let token = stored.authToken else { return stored.tokenExpiresAt }
        let end = if let ending, ending.token == token { ending.at } else { TokenExpiry.read(token) }
        ending = (token, end)
        return end ?? stored.tokenExpiresAt
    }

    /// Compared with Resy's clock where ours is known to differ.
    private func isExpired(_ stored: Credentials, margin: Double) -> Bool {
        guard let expires = expiry(stored) else { return false }
        let offset = api.serverClockOffset ?? stored.serverClockOffset ?? 0
        return expires.seconds - margin <= clock.now.seconds + offset
    }

    /// Time to renew it: before its end by the margin, or by half of its life where that is shorter.
    private func isEnding(_ stored: Credentials) -> Bool {
        guard let expires = expiry(stored), let obtained = stored.tokenObtainedAt else {
            return isExpired(stored, margin: Self.margin)
        }
        let life = expires.seconds - obtained.seconds - (stored.serverClockOffset ?? 0)
        return isExpired(stored, margin: min(Self.margin, max(0, life / 2)))
    }

    private func isYoung(_ stored: Credentials) -> Bool {
        guard let obtained = stored.tokenObtainedAt else { return false }
        // One "from the future" was written before the clock was set back: its age is not known.
        return (-60..<Self.youth).contains(clock.now.seconds - obtained.seconds)
    }

    private func importCookiesOnce(_ stored: Credentials) async {
        guard !hasImportedCookies else { return }
        hasImportedCookies = true
        await parts.cookies.importCookies(stored.cookies)
    }

    /// The account's key in the database: no e-mail is kept there.
    package func accountKey() throws -> String? {
        try email().map { AccountKey.of(email: $0) }
    }

    private func email() throws -> String? {
        try credentials.get(Self.platform)?.email ?? settings.email
    }
}
