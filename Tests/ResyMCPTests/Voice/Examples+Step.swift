@testable import ResyDomain
import ResyNative

extension Examples {
    static let steps: [Step] =
        [
            .findingVenue, .readingVenue, .findingTables, .searching(done: 4, of: 12), .waitingForBudget(seconds: 12),
            .readingCities,
            .readingOtherDays, .readingTerms, .askingToBook, .booking,
            .lookingForBooking, .readingList, .askingToCancel, .cancelling, .askingToChange, .changing, .tellingWish,
            .askingToReplaceWish,
            .readingNotifies, .settingNotify, .removingNotify,
            .askingForCode, .signingIn, .renewingSignIn, .askingWhoseToken, .startingBrowser, .lookingAtSetUp,
            .inTheWindow(because: .signIn(.emptyPassword)), .inTheWindow(because: nil),
        ] + stages.map { .atPage($0) } + obstacles.map { .calling(for: $0) } + endpoints.map { .askingFor($0) }

    private static let stages: [SignInStage] = [.opening, .findingForm, .filling, .waiting]

    private static let obstacles: [SignInObstacle] = [.captcha, .code, .credentials, .unknownPage]

    private static let endpoints: [Endpoint] = [
        .signIn, .refresh, .sendCode, .code, .challenge, .user, .reservations, .search, .venue, .config, .cities,
        .calendar,
        .find, .details, .book, .cancel, .change, .wish, .notifies, .notify,
    ]
}
