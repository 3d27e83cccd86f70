/// What to do about Resy's answers.
package enum ServiceAdvice: Sendable, Equatable {
    case askWhichAccount
    /// The application's key, which goes with each call.
    case correctKey
    case newCode
    /// A block is about where a request comes from.
    case accountNotAtFault
    /// Until when Resy is left alone, where that is known, and the way without it.
    case waitOut(until: Instant?, url: String?)
    case solveCaptcha(url: String?)
    case giveCode
    case chooseCard
    case lookAgain
    case cancelTheOther
    /// Nil where Resy did not say until when.
    case wait(until: Instant?)
    case askingSooner(AskingSooner)
    case byHandUntilThen(url: String?)
    case checkTheWish
    case update
    case updateOrUseSite
    case tryInAMinute

    /// What it would lead to.
    package enum AskingSooner: Sendable, Equatable { case locksTheAccount, prolongsTheBlock }
}
