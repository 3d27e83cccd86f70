extension AuthManager.Parts {
    /// Out of the engine's jar; what is stored stays.
    func dropRefreshCookie() async {
        let ended = await cookies.cookies().compactMap { CookieLine($0) }
            .filter { $0.name == CookieLine.refreshName }.map(\.ended)
        if !ended.isEmpty { await cookies.importCookies(ended) }
    }

    /// What is worth storing of the engine's jar: libcurl goes on listing what was ended until its next request.
    func liveCookies() async -> [Secret] {
        await cookies.cookies().filter { !CookieLine.isEnded($0) }
    }

    /// Counts a sign-in before it is tried, over all processes of this home; the reason where it is one too many.
    func claim(_ account: String) async throws -> ResyError? {
        let claim = try await store.claimSignIn(
            account: AccountKey.of(email: account), now: clock.now, limit: 3, window: 900)
        guard case .refused(let until) = claim else { return nil }
        return ResyError.tooManySignIns(until: until, now: clock.now)
    }

    /// Held while signing in, over all processes of this home.
    func whileLocked<R: Sendable>(
        _ context: CallContext, _ work: @Sendable () async throws -> R
    ) async throws -> R {
        let lock = try await credentials.lockSignIn(until: context.deadline, clock: clock)
        defer { lock.release() }
        return try await work()
    }
}
