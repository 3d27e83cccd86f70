internal import ResyDomain

/// Why a sign-in through a browser did not work, and what to do.
struct SignInTrouble: Sendable {
    let settings: Settings
    /// What it knows is not quoted from a page.
    var redactor = Redactor()
    /// A person is at the window already.
    var hasPerson = false

    func ended(_ ending: SignInWalk.Ending, _ sight: PageSight) -> any Error {
        switch ending {
        case .blocked: blocked(status: nil)
        case .noAnswer: noAnswer()
        case .refused(let words): refused(words)
        case .obstacle(let obstacle, let stage): self.obstacle(obstacle, stage, sight)
        }
    }

    func obstacle(
        _ obstacle: SignInWalk.Obstacle, _ stage: SignInWalk.Stage, _ sight: PageSight?
    ) -> any Error {
        switch obstacle {
        case .captcha: BrowserTurnedAway(.captcha, error(.captcha, .captchaWanted, [.byHand()]))
        case .code: BrowserTurnedAway(.code, error(.captcha, .codeWanted, [.byHand(offersCode: true)]))
        case .credentials, .unknownPage:
            error(
                .schemaChanged, .pageUnknown(during: stage, seen: sight?.summary(redactor)),
                [.updateForPage, .byHand()])
        }
    }

    func blocked(status: Int?) -> BrowserTurnedAway {
        BrowserTurnedAway(
            .blocked,
            error(
                .signInBlocked, .browserTurnedAway(status: status), [.tryFromHome, hasPerson ? .byToken() : .byHand()]))
    }

    func noAnswer() -> ResyError { error(.network, .formUnanswered, [.tryInAFewMinutes, .byHand()]) }

    func unanswered(_ reason: String) -> BrowserTurnedAway {
        BrowserTurnedAway(
            .blocked,
            error(
                .signInBlocked, .answerLost(reason: redactor.cleanLine(reason, to: 60)), [.guardsDoThat, .byHand()]))
    }

    func timedOut(_ stage: SignInWalk.Stage) -> ResyError {
        error(
            .network, .tookTooLong(during: stage),
            [hasPerson ? .byToken(afterAnother: true) : .byHand(afterAnother: true)])
    }

    /// The page judged it, in words that are the page's.
    func refused(_ words: String) -> ResyError {
        error(
            .signInFailed, .refusedByPage(words: redactor.cleanLine(words, to: 200)), [.checkTyped, .byHand()])
    }

    private func error(_ code: ResyError.Code, _ finding: SignInFinding, _ advice: [SignInAdvice]) -> ResyError {
        ResyError(code, .signIn(finding), advice: advice.map { .signIn($0) }, url: settings.webURL)
    }

    /// Resy judged the form.
    func refused(_ failure: APIFailure, passwordLength: Int) -> any Error {
        switch failure {
        case .wrongPassword: ResyError.wrongPassword(length: passwordLength)
        case .captcha: obstacle(.captcha, .waiting, nil)
        case .codeWanted: obstacle(.code, .waiting, nil)
        case .blocked(let status, _): blocked(status: status)
        case .rateLimited: BrowserTurnedAway(.rateLimited, failure.explained(url: settings.webURL))
        case .refused(let status, let message): ResyError.signInRefused(status: status, message: message)
        default: failure.explained(url: settings.webURL)
        }
    }
}
