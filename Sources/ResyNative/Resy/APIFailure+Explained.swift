internal import ResyDomain

extension APIFailure {
    /// For the diner and the model: the one place that gives Resy's failures a public code, and says what to do.
    func explained(url: String? = nil) -> ResyError {
        switch self {
        case .signedOut: error(.notSignedIn, [.signIn(.signInAgain)])
        case .otherAccount: error(.conflict, [.service(.askWhichAccount)])
        case .wrongPassword: ResyError.wrongPassword(length: 0)
        case .wrongKey: error(.resyError, [.service(.correctKey)], url)
        case .wrongCode: error(.signInFailed, [.service(.newCode)])
        case .blocked(_, let until):
            error(.blocked, [.service(.accountNotAtFault), .service(.waitOut(until: until, url: url))], url, until)
        case .captcha: error(.captcha, [.service(.solveCaptcha(url: url))], url)
        case .codeWanted: error(.captcha, [.service(.giveCode)], url)
        case .payment: error(.paymentRequired, [.service(.chooseCard)], url)
        case .gone: error(.slotGone, [.service(.lookAgain)], url)
        case .conflict: error(.conflict, [.service(.cancelTheOther)], url)
        case .rateLimited(let retryAt):
            error(.rateLimited, [.service(.wait(until: retryAt))], url, retryAt)
        case .stopped(let stop): stop.explained(url: url)
        case .refused: error(.resyError, [.service(.checkTheWish)], url)
        case .noSuchCall: error(.schemaChanged, [.service(.update)], url)
        case .server: error(.resyError, [.service(.tryInAMinute)], url)
        case .network(let fault): fault.explained(url: url)
        case .schema: error(.schemaChanged, [.service(.updateOrUseSite)], url)
        }
    }

    private func error(
        _ code: ResyError.Code, _ advice: [Advice], _ url: String? = nil, _ retryAt: Instant? = nil
    ) -> ResyError {
        ResyError(code, .service(self), advice: advice, url: url, retryAt: retryAt)
    }
}

extension Breaker.Stop {
    func explained(url: String? = nil) -> ResyError {
        if by == .browser { return explainedOfBrowser(url: url) }
        let (code, sooner): (ResyError.Code, ServiceAdvice.AskingSooner) =
            switch cause {
            case .rateLimited: (.rateLimited, .locksTheAccount)
            case .blocked, .captcha, .code: (.blocked, .prolongsTheBlock)
            }
        return ResyError(
            code, .service(.stopped(self)),
            advice: [.service(.askingSooner(sooner)), .service(.byHandUntilThen(url: url))], url: url, retryAt: until)
    }
}

extension TransportError {
    func explained(url: String? = nil) -> ResyError {
        let advice: NetworkAdvice =
            switch self {
            case .badRequest: .checkSettings
            case .cannotResolve, .cannotConnect: .checkConnection
            case .tls: .checkTrust
            case .timedOut: .tryInAMinute
            case .bodyTooLarge, .headersTooLarge: .tryLater
            case .connectionLost, .malformed, .refusedBySink: .tryAgain
            case .outOfMemory: .freeMemory
            }
        return ResyError(.network, .network(self), advice: [.network(advice)], url: url)
    }
}
