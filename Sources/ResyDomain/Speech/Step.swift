/// What is being done while somebody waits.
package enum Step: Sendable, Equatable {
    case findingVenue
    case readingVenue
    case findingTables
    case readingOtherDays
    /// So many of those requests of a search that are known to be needed have their answer.
    case searching(done: Int, of: Int)
    /// The looking budget is used up for so long.
    case waitingForBudget(seconds: Double)
    case readingCities
    case readingTerms
    case askingToBook
    case booking
    case lookingForBooking
    case readingList
    case askingToCancel
    case cancelling
    case askingToChange
    case changing
    case tellingWish
    case readingNotifies
    case settingNotify
    case removingNotify
    case askingToReplaceWish
    case askingForCode
    case signingIn
    case renewingSignIn
    case askingWhoseToken
    case startingBrowser
    /// How far a sign-in in the browser is.
    case atPage(SignInStage)
    /// A person is called to the browser's window, for that.
    case calling(for: SignInObstacle)
    /// A person may go on in the browser's window. `because`: why that is needed.
    case inTheWindow(because: Finding?)
    case lookingAtSetUp
    /// One call of a look at Resy as it is today.
    case askingFor(Endpoint)
}
