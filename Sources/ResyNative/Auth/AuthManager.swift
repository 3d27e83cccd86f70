/// Who we are to Resy: gives calls a token that works, and signs in when there is none.
///
/// One sign-in at a time over all tasks, and, by a lock file, over all processes of this home.
package actor AuthManager {
    static let platform = "resy"
    /// A token that ends sooner than this is renewed first.
    static let margin: Double = 300
    /// A token this young that is refused means something else is wrong.
    static let youth: Double = 600

    private let api: ResyAPI
    private let credentials: CredentialStore
    private let store: Store
    private let browser: any BrowserSignIn
    private let cookies: any CookieKeeping
    private let settings: Settings
    private let clock: any WallClock
    private var signingIn: Task<Access, any Error>?
    private var hasImportedCookies = false
    /// An opaque token that `GET /2/user` proved, and when.
    private var proved: (token: Secret, at: Instant)?

    package init(
        api: ResyAPI, credentials: CredentialStore, store: Store, browser: any BrowserSignIn,
        cookies: any CookieKeeping, settings: Settings, clock: any WallClock
    ) {
        self.api = api
        self.credentials = credentials
        self.store = store
        self.browser = browser
        self.cookies = cookies
        self.settings = settings
        self.clock = clock
    }

    // MARK: - Access

    /// For calls that work without a token and may show more with one: never signs in.
    package func optionalAccess() async -> Access {
        guard let stored = try? credentials.get(Self.platform), let token = stored.authToken,
            !isExpired(stored, margin: 0)
        else { return anonymous }
        await importCookiesOnce(stored)
        return Access(apiKey: apiKey(stored), token: token)
    }

    /// Calls with a token that works, and once more with a fresh one if Resy refuses it.
    package func withAccess<R: Sendable>(
        _ context: CallContext, _ body: @Sendable (Access) async throws -> R
    ) async throws -> R {
        let access = try await self.access(context)
        do {
            return try await body(access)
        } catch APIFailure.signedOut {
            return try await body(try await renew(after: access.token, context))
        }
    }

    /// Calls with the token there is, and without one if Resy refuses it.
    package func withOptionalAccess<R: Sendable>(_ body: @Sendable (Access) async throws -> R) async throws -> R {
        let access = await optionalAccess()
        do {
            return try await body(access)
        } catch APIFailure.signedOut where access.token != nil {
            return try await body(anonymous)
        }
    }

    /// A token that is believed to work: by its own `exp`, or, where it has none, by asking who it belongs to.
    package func access(_ context: CallContext) async throws -> Access {
        guard let stored = try credentials.get(Self.platform), let token = stored.authToken else {
            return try await renew(after: nil, context)
        }
        await importCookiesOnce(stored)
        if isExpired(stored, margin: Self.margin) { return try await renew(after: token, context) }
        let access = Access(apiKey: apiKey(stored), token: token)
        if expiry(stored) == nil { return try await prove(access, token, context) }
        return access
    }

    private func prove(_ access: Access, _ token: Secret, _ context: CallContext) async throws -> Access {
        if let proved, proved.token == token, clock.now.seconds - proved.at.seconds < 300 { return access }
        do {
            _ = try await api.user(access, context)
        } catch APIFailure.signedOut {
            return try await renew(after: token, context)
        } catch APIFailure.refused(status: 409, _) {
            // One account was seen to answer so while its token could still book.
        }
        proved = (token, clock.now)
        return access
    }

    /// A fresh token after one was refused or ran out; nil where there never was one.
    package func renew(after refused: Secret?, _ context: CallContext) async throws -> Access {
        if let signingIn { return try await signingIn.value }
        let task = Task { try await self.signInAgain(after: refused, context) }
        signingIn = task
        defer { signingIn = nil }
        return try await task.value
    }

    private func signInAgain(after refused: Secret?, _ context: CallContext) async throws -> Access {
        let lock = try await credentials.lockSignIn(until: context.deadline, clock: clock)
        defer { lock.release() }
        let stored = try credentials.get(Self.platform)
        if let stored, let token = stored.authToken {
            if token != refused, !isExpired(stored, margin: Self.margin) {
                return Access(apiKey: apiKey(stored), token: token)
            }
            if token == refused, !isExpired(stored, margin: 0), isYoung(stored) { throw Self.refusedYoungToken }
        }
        guard let email = stored?.email ?? settings.email, let password = stored?.password ?? settings.password else {
            throw stored?.authToken == nil ? Self.notSignedIn : Self.tokenRanOut
        }
        try await claimSignIn(email)
        let signedIn = try await signIn(email: email, password: password, context)
        try await keep(signedIn, email: email, password: password)
        return Access(apiKey: apiKey(stored), token: signedIn.token)
    }

    // MARK: - Signing in

    /// Proves an e-mail and password and stores them; unproved where Resy could not be asked, and a refusal
    /// changes nothing.
    package func store(email: String, password: Secret, _ context: CallContext) async throws -> SignInOutcome {
        let lock = try await credentials.lockSignIn(until: context.deadline, clock: clock)
        defer { lock.release() }
        try await claimSignIn(email)
        let signedIn: SignedIn
        do {
            signedIn = try await signIn(email: email, password: password, context)
        } catch let error as ResyError where error.couldNotAsk {
            try await credentials.update(Self.platform) { stored in
                // The same account keeps its token, which may still work.
                var kept = stored?.email == email ? stored ?? Credentials() : Credentials()
                kept.email = email
                kept.password = password
                kept.isVerified = false
                stored = kept
            }
            return SignInOutcome(
                email: email, isVerified: false, card: nil,
                notes: ["\(error.message) The credentials are stored unverified and tried again when they are needed."])
        }
        try await keep(signedIn, email: email, password: password)
        let cards = try? await api.user(Access(apiKey: anonymous.apiKey, token: signedIn.token), context).cards
        return SignInOutcome(
            email: email, isVerified: true, card: PaymentCard.usual(of: cards ?? signedIn.cards)?.spoken, notes: [])
    }

    /// Takes a token that was got elsewhere, once Resy has said whose it is; a refused one changes nothing.
    package func adopt(token: Secret, _ context: CallContext) async throws -> SignInOutcome {
        guard Self.isPlausible(token) else { throw ResyError.notAToken }
        let expires = TokenExpiry.read(token)
        if let expires, expires <= clock.now { throw ResyError.staleToken }
        let lock = try await credentials.lockSignIn(until: context.deadline, clock: clock)
        defer { lock.release() }
        context.progress("asking Resy whose token this is")
        let owner: Account
        do {
            owner = try await api.user(Access(apiKey: anonymous.apiKey, token: token), context)
        } catch APIFailure.signedOut {
            throw ResyError.refusedToken
        }
        guard let email = owner.email else { throw APIFailure.schema(path: "$.em_address") }
        let card = PaymentCard.usual(of: owner.cards)
        let (now, offset) = (clock.now, api.serverClockOffset)
        try await credentials.update(Self.platform) { stored in
            // Another account's password must not renew this one's token.
            var kept = stored?.email == email ? stored ?? Credentials() : Credentials()
            kept.email = email
            kept.authToken = token
            kept.paymentMethodID = card?.id ?? kept.paymentMethodID
            kept.tokenExpiresAt = expires
            kept.tokenObtainedAt = now
            kept.serverClockOffset = offset
            kept.isVerified = true
            stored = kept
        }
        return SignInOutcome(email: email, isVerified: true, card: card?.spoken, notes: [])
    }

    /// It goes into a header: nothing but what cannot break out of one.
    private static func isPlausible(_ token: Secret) -> Bool {
        let bytes = token.revealBytes()
        return (16...8192).contains(bytes.count) && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    /// Counts the try before it is made, over all processes of this home.
    private func claimSignIn(_ email: String) async throws {
        let claim = try await store.claimSignIn(
            account: AccountKey.of(email: email), now: clock.now, limit: 3, window: 900)
        guard case .granted = claim else {
            throw ResyError.tooManySignIns(until: claim.nextAllowed, now: clock.now)
        }
    }

    private func signIn(email: String, password: Secret, _ context: CallContext) async throws -> SignedIn {
        context.progress("signing in to Resy")
        do {
            return try await api.authenticate(email: email, password: password, anonymous, context)
        } catch APIFailure.wrongPassword {
            throw ResyError.wrongPassword(length: password.revealBytes().count)
        } catch APIFailure.blocked {
            return try await browser.signIn(
                BrowserLogin(email: email, password: password), context: context)
        } catch APIFailure.refused(let status, let message) {
            throw ResyError.signInRefused(status: status, message: message)
        } catch let failure as APIFailure {
            throw failure.explained()
        }
    }

    private func keep(_ signedIn: SignedIn, email: String, password: Secret) async throws {
        let jar = await cookies.cookies()
        let now = clock.now
        let offset = api.serverClockOffset
        try await credentials.update(Self.platform) { stored in
            // Another account inherits nothing but the key, which is the application's.
            var kept = stored?.email == email ? stored ?? Credentials() : Credentials(apiKey: stored?.apiKey)
            kept.email = email
            kept.password = password
            kept.authToken = signedIn.token
            kept.paymentMethodID = signedIn.paymentMethodID ?? kept.paymentMethodID
            kept.tokenExpiresAt = TokenExpiry.read(signedIn.token)
            kept.tokenObtainedAt = now
            kept.serverClockOffset = offset
            kept.cookies = jar
            kept.isVerified = true
            stored = kept
        }
        hasImportedCookies = true
    }

    /// Removes every secret of this home and names the files that were removed; none where there was nothing.
    package func signOut() async throws -> [String] {
        signingIn?.cancel()
        return try credentials.deleteAll(Self.platform)
    }

    // MARK: - What the stored credentials say

    private var anonymous: Access { Access(apiKey: settings.apiKey) }

    private func apiKey(_ stored: Credentials?) -> String {
        settings.apiKeyIsChosen ? settings.apiKey : stored?.apiKey ?? settings.apiKey
    }

    private func expiry(_ stored: Credentials) -> Instant? {
        stored.authToken.flatMap { TokenExpiry.read($0) } ?? stored.tokenExpiresAt
    }

    /// Compared with Resy's clock where ours is known to differ.
    private func isExpired(_ stored: Credentials, margin: Double) -> Bool {
        guard let expires = expiry(stored) else { return false }
        let offset = api.serverClockOffset ?? stored.serverClockOffset ?? 0
        return expires.seconds - margin <= clock.now.seconds + offset
    }

    private func isYoung(_ stored: Credentials) -> Bool {
        guard let obtained = stored.tokenObtainedAt else { return false }
        // One "from the future" was written before the clock was set back: its age is not known.
        return (-60..<Self.youth).contains(clock.now.seconds - obtained.seconds)
    }

    private func importCookiesOnce(_ stored: Credentials) async {
        guard !hasImportedCookies else { return }
        hasImportedCookies = true
        await cookies.importCookies(stored.cookies)
    }

    /// The account's key in the database: no e-mail is kept there.
    package func accountKey() throws -> String? {
        let email = try credentials.get(Self.platform)?.email ?? settings.email
        return email.map { AccountKey.of(email: $0) }
    }

    package func email() throws -> String? {
        try credentials.get(Self.platform)?.email ?? settings.email
    }
}
