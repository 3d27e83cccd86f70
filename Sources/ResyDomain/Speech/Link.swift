extension Advice {
    /// The page that it sends a person to.
    package var url: String? {
        switch self {
        case .service(.waitOut(_, let url)), .service(.solveCaptcha(let url)), .service(.byHandUntilThen(let url)): url
        case .venue(.askWhetherOther(let url)), .venue(.checkSpellingOrLook(let url, _)), .venue(.checkLink(let url)):
            url
        case .deed(let advice): advice.url
        case .notify(.lookFirst(let url)): url
        default: nil
        }
    }

    /// It says how long to wait.
    fileprivate var tellsWait: Bool {
        switch self {
        case .signIn(.wait), .service(.waitOut(.some, _)), .service(.wait(.some)), .program(.waitOrRaiseBudget): true
        default: false
        }
    }
}

extension DeedAdvice {
    /// The page that it sends a person to.
    fileprivate var url: String? {
        switch self {
        case .nothingElse(_, let url), .byHand(let url), .lookOrInsist(let url), .waitForOutcome(let url),
            .addCard(let url), .askTheRestaurant(let url), .lookThere(let url), .waitUntilListed(let url, _):
            url
        default: nil
        }
    }
}

extension ResyError {
    /// What it says has how long to wait already.
    package var tellsWait: Bool {
        finding.tellsWait || advice.contains(where: \.tellsWait)
    }
}

extension Finding {
    fileprivate var tellsWait: Bool {
        switch self {
        case .service(.stopped): true
        case .together(let findings): findings.contains(where: \.tellsWait)
        default: false
        }
    }
}
