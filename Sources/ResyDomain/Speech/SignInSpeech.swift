/// What is so of signing in.
package indirect enum SignInFinding: Sendable, Equatable {
    case nobody
    case tokenRanOut
    /// Refused though it was given a moment ago.
    case youngTokenRefused
    case notAToken
    case staleToken
    case refusedToken
    /// `cutAt`: the characters that Resy may know of a longer one.
    case wrongPassword(cutAt: Int?)
    /// The account itself, such as one that is deactivated; `message` is Resy's.
    case refused(status: Int, message: String?)
    /// The sign-in page's word on e-mail and password, cleaned.
    case refusedByPage(words: String)
    case numberUnknown
    case strangeChallenge
    case wrongEmail
    case noMoreCodes
    /// The lock-out guard's no.
    case tooMany(SignInGuard.Refusal.Cause, count: Int)
    /// After a sign-in by program was turned away.
    case browserFailedToo(Finding)
    case programsTurnedAway
    case busy
    case emptyPassword
    case noAddress
    case captchaWanted
    case codeWanted
    /// The page was not understood; `seen` counts what is on it, and quotes nothing.
    case pageUnknown(during: SignInStage, seen: String?)
    case browserTurnedAway(status: Int?)
    case formUnanswered
    /// The answer did not reach the page; `reason` is the browser's name for why.
    case answerLost(reason: String)
    case tookTooLong(during: SignInStage)
}

/// How far a sign-in through a page is.
package enum SignInStage: Sendable, Equatable { case opening, findingForm, filling, waiting }

/// What to do about signing in.
package enum SignInAdvice: Sendable, Equatable {
    /// Nobody is signed in so far.
    case signIn
    case signInAnew
    case signInAgain
    case waitForYoungToken
    case copyToken
    case copyFreshToken
    case copyFreshTokenWithoutKey
    case checkPassword
    /// What was typed, for a form that only a page judged.
    case checkTyped
    case checkAccount
    case checkNumber
    case answerInWindow
    case startAgainWithAddress
    case waitForCodes
    case wait(minutes: Int)
    case blockNotPassword
    case tryInAMinute
    case givePassword
    case giveAddress
    /// In a window that opens for a person, now.
    case finishInWindow(also: Also?)
    case endTheWait(atItsRisk: Bool)
    case passwordUnseen
    case askingSoonerLocks
    case updateForPage
    case tryFromHome
    case tryInAFewMinutes
    case guardsDoThat
    /// A window, or the token of a browser that is signed in. `offersCode`: by phone too. `afterAnother`: after one
    /// more try.
    case byHand(offersCode: Bool = false, afterAnother: Bool = false)
    /// To somebody whose window it was already. `afterAnother`: after one more try.
    case byToken(afterAnother: Bool = false)

    package enum Also: Sendable, Equatable { case codeFromTheStart, homeConnection }
}

/// What else to know of a sign-in.
package enum SignInRemark: Sendable, Equatable {
    /// The credentials are kept unproved, since Resy could not be asked.
    case unproved(because: Finding, [Advice])
}
