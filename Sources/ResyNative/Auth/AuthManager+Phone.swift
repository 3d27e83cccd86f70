package import ResyDomain

/// How a code that was typed ended.
package enum CodeOutcome: Sendable {
    case signedIn(SignInOutcome)
    /// Resy wants the e-mail of the account as well.
    case wantsEmail(EmailChallenge)
    /// Not this code. Where it has expired, only a new one helps.
    case refused(isExpired: Bool)
}

/// Signing in by a code that Resy sends to a phone.
extension AuthManager {
    /// Counts as the sign-in that it begins: at most three in a quarter of an hour go to one number.
    package func sendCode(to number: PhoneNumber, _ context: CallContext) async throws {
        do { try await parts.claim(number.text) } catch let tooMany as TooManySignIns { throw tooMany.explained() }
        context.progress(.askingForCode)
        do {
            try await phone(context).sendCode(to: number)
        } catch APIFailure.rateLimited(let retryAt) {
            throw ResyError.tooManyCodes(retryAt: retryAt)
        } catch {
            throw Self.explained(error, else: .numberUnknown)
        }
    }

    /// Stores the sign-in if the code is enough.
    package func confirm(
        _ code: Secret, for number: PhoneNumber, _ context: CallContext
    ) async throws -> CodeOutcome {
        try await parts.whileLocked(context) {
            context.progress(.signingIn)
            // What renews another account's token must not be stored with this one's.
            await self.parts.dropRefreshCookie()
            do {
                switch try await self.phone(context).confirm(code, for: number) {
                case .challenge(let challenge): return .wantsEmail(challenge)
                case .signedIn(let signedIn):
                    await self.parts.noteSignedIn(number.text)
                    return .signedIn(try await self.welcomePhone(signedIn, email: nil, context))
                }
            } catch APIFailure.wrongCode(let isExpired) {
                return .refused(isExpired: isExpired)
            } catch {
                throw Self.explained(error, else: .numberUnknown)
            }
        }
    }

    /// The second half, where Resy asked for it.
    package func answer(
        _ challenge: EmailChallenge, email: String, _ context: CallContext
    ) async throws -> SignInOutcome {
        try await parts.whileLocked(context) {
            context.progress(.signingIn)
            do {
                let signedIn = try await self.phone(context).answer(challenge, email: email)
                return try await self.welcomePhone(signedIn, email: email, context)
            } catch {
                throw Self.explained(error, else: .wrongEmail)
            }
        }
    }

    private func welcomePhone(
        _ signedIn: SignedIn, email: String?, _ context: CallContext
    ) async throws -> SignInOutcome {
        try await welcome(signedIn, named: signedIn.email ?? email, isCertain: true, context)
    }

    private func phone(_ context: CallContext) -> ResyCall {
        api.call(Access(apiKey: apiKey(try? credentials.get(Self.platform))), context.on(.deed))
    }

    private static func explained(_ error: any Error, else refusal: ResyError) -> any Error {
        switch error {
        case APIFailure.wrongPassword: refusal
        case APIFailure.refused(let status, let message): ResyError.signInRefused(status: status, message: message)
        case let failure as APIFailure: failure.explained()
        default: error
        }
    }
}
