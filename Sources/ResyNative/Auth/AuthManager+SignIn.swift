package import ResyDomain

extension AuthManager {
    /// Proves an e-mail and password and stores them; unproved where Resy could not be asked, and a refusal
    /// changes nothing. `isByHand`: by a person at a terminal, for whom a browser is started whatever the last one met.
    package func store(
        email: String, password: Secret, isByHand: Bool = false, _ context: CallContext
    ) async throws -> SignInOutcome {
        try await parts.whileLocked(context) {
            do {
                return try await self.signIn(
                    .prove, email: email, password: password, isByHand: isByHand, context: context)
            } catch let tooMany as TooManySignIns {
                throw tooMany.explained()
            } catch let error as ResyError where error.couldNotAsk {
                return try await self.storeUnproved(email: email, password: password, because: error)
            }
        }
    }

    /// Signs in through a browser from the start. `isHeaded`: in a window, where a person may answer a challenge and
    /// type what is not known. Stores nothing unless it ends well.
    package func signInThroughBrowser(
        email: String?, password: Secret?, isHeaded: Bool, _ context: CallContext
    ) async throws -> SignInOutcome {
        try await parts.whileLocked(context) {
            do {
                return try await self.signIn(
                    email == nil ? .browseUncounted : .browse, email: email, password: password, isHeaded: isHeaded,
                    context: context)
            } catch let tooMany as TooManySignIns { throw tooMany.explained() }
        }
    }

    private func signIn(
        _ purpose: SignInFlow.Purpose, email: String?, password: Secret?, isHeaded: Bool = false,
        isByHand: Bool = false, context: CallContext
    ) async throws -> SignInOutcome {
        let stored = try? credentials.get(Self.platform)
        let signingIn = SigningIn(
            auth: parts, access: Access(apiKey: apiKey(stored)), email: email, password: password, isHeaded: isHeaded,
            isByHand: isByHand, stored: stored, old: nil, context: { context })
        let signedIn = try await signingIn.run(purpose).signedIn
        return try await welcome(signedIn, named: email, isCertain: !isHeaded, password: password, context)
    }

    /// Stores a sign-in that went well and says whose it is. `isCertain`: the account is the one that was named; in a
    /// window, a person may have signed in to another.
    func welcome(
        _ signedIn: SignedIn, named: String?, isCertain: Bool, password: Secret? = nil, _ context: CallContext
    ) async throws -> SignInOutcome {
        let resy = api.call(
            Access(apiKey: learnedKey(signedIn) ?? settings.apiKey, token: signedIn.token), context.on(.deed))
        var owner = isCertain ? named ?? signedIn.email : signedIn.email
        var account: Account?
        if owner == nil {
            account = try? await resy.user()
            owner = account?.email ?? named
        }
        guard let owner else { throw APIFailure.schema(path: "$.em_address") }
        let isAsNamed = named?.lowercased() == owner.lowercased()
        try await keep(signedIn, email: owner, password: isAsNamed ? password : nil)
        if account == nil { account = try? await resy.user() }
        return SignInOutcome(
            email: owner, isVerified: true, card: PaymentCard.usual(of: account?.cards ?? signedIn.cards)?.spoken,
            remarks: [])
    }

    private func storeUnproved(
        email: String, password: Secret, because error: ResyError
    ) async throws -> SignInOutcome {
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
            remarks: [.signIn(.unproved(because: error.finding, error.advice))], obstacle: error.code)
    }

    /// Takes a token that was got elsewhere, once Resy has said whose it is; a refused one changes nothing.
    package func adopt(token: Secret, _ context: CallContext) async throws -> SignInOutcome {
        guard TokenForm.isPlausible(token) else { throw ResyError.notAToken }
        let expires = TokenExpiry.read(token)
        if let expires, expires <= clock.now { throw ResyError.staleToken }
        return try await parts.whileLocked(context) {
            try await self.adoptPlausible(token, expires, context)
        }
    }

    private func adoptPlausible(
        _ token: Secret, _ expires: Instant?, _ context: CallContext
    ) async throws -> SignInOutcome {
        context.progress(.askingWhoseToken)
        let owner: Account
        do {
            owner = try await api.call(Access(apiKey: anonymous.apiKey, token: token), context.on(.deed)).user()
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
        return SignInOutcome(email: email, isVerified: true, card: card?.spoken, remarks: [])
    }

    // MARK: - Keeping

    /// `password`: nil where none was proved; the same account keeps the one it has.
    func keep(_ signedIn: SignedIn, email: String, password: Secret?) async throws {
        // A browser's cookies, and the jar's own: the jar sorts out which of them is the newer.
        await parts.cookies.importCookies(signedIn.cookies)
        let jar = await parts.liveCookies()
        let (now, offset, key) = (clock.now, api.serverClockOffset, learnedKey(signedIn))
        try await credentials.update(Self.platform) { stored in
            // Another account inherits nothing but the key, which is the application's.
            var kept =
                stored?.email?.lowercased() == email.lowercased()
                ? stored ?? Credentials() : Credentials(apiKey: stored?.apiKey)
            kept.email = email
            kept.password = password ?? kept.password
            kept.authToken = signedIn.token
            kept.apiKey = key ?? kept.apiKey
            kept.paymentMethodID = signedIn.paymentMethodID ?? kept.paymentMethodID
            kept.tokenExpiresAt = TokenExpiry.read(signedIn.token)
            kept.tokenObtainedAt = now
            kept.serverClockOffset = offset
            kept.cookies = jar
            kept.isVerified = true
            stored = kept
        }
    }

    /// The application's key as the site sends it, where the user chose none.
    private func learnedKey(_ signedIn: SignedIn) -> String? {
        guard !settings.apiKeyIsChosen, let key = signedIn.apiKey, (8...200).contains(key.utf8.count),
            key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") })
        else { return nil }
        return key
    }
}
