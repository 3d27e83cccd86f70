/// How the simulated service behaves where the real one is unknown, changes, or has a choice.
package struct Switches: Sendable, Codable, Equatable {
    package enum Block: String, Sendable, Codable {
        case none, page, text, authPage, authText
        /// Sign-in is refused to whatever does not send `CrossOrigin.pageHeader`: the site's page in a browser gets
        /// in, every other program is blocked, however well its headers imitate a browser's.
        case authProgramsPage, authProgramsText
    }
    package enum UserAgents: String, Sendable, Codable { case browser, any }
    package enum Inside: String, Sendable, Codable { case fee, forbidden }
    package enum Body: String, Sendable, Codable { case transaction, empty }
    package enum Rotation: String, Sendable, Codable { case stable, rotating, onlyNewest }
    package enum Money: String, Sendable, Codable {
        /// As answers of 2023 to 2026 were recorded: `is_paid` stands beside a late fee, which is told for each guest and before
        /// tax; empty lists of the terms are null, and a free row of the list has a fee object without an amount.
        case recorded
        /// What one would guess: `is_paid` is for prepaid tables alone, a late fee is told for the party.
        case guessed
    }
    package enum Wishes: String, Sendable, Codable { case form, json, both, none }
    package enum Methods: String, Sendable, Codable { case both, get, post }

    package init() {}

    // The edge
    package var block = Block.none
    package var userAgents = UserAgents.browser
    package var apiKey = "VbWk7s3L4KiK5fzlO7JD3Q5EYolJI7n5"
    /// The password alone does not do, and the answer says so without a `challenge`.
    package var mfaRequired = false
    package var wrongKeyStatus = 419
    package var latencyMilliseconds = 0
    package var dateSkewSeconds = 0
    /// After so many calls of find: 429, then 500 for good.
    package var findLimit: Int?
    package var findLimitWarnings = 3

    // Tokens
    package var tokenLifeSeconds = 45 * 86400
    package var opaqueTokens = false
    package var refreshSucceeds = true
    package var smsIsThrottled = false
    package var wrongPasswordStatus = 419

    // Answers of every kind
    package var numbersAsStrings = false
    package var extraFields = false
    package var omitsOptionalFields = false

    // Money
    package var money = Money.recorded

    // Find and details
    package var findMethods = Methods.both
    package var detailsMethods = Methods.both
    package var detailsStatus = 200
    package var detailsHoldsSeconds = 0
    package var staleSlotStatus = 404
    package var bookTokenLifeSeconds = 300
    package var nullPaymentMethods = false
    /// `payment.config.type` by kind of terms.
    package var paymentTypes = ["free": "free", "cardHold": "free", "deposit": "deposit", "prepaid": "paid"]
    package var paymentStructure = 1
    package var captchaStatus = 403

    // Book
    package var bookStatus = 201
    package var unknownBookTokenStatus = 404
    package var bookedJSONStatus = 400
    package var replaceReplaces = false
    /// Two reservations closer than this are a conflict; 0 is the same time only.
    package var conflictMinutes = 0
    package var lateDayIsStartDay = true

    // List and cancel
    /// `offset` of the list counts rows from 0, and not pages from 1.
    package var listOffsetCountsRows = false
    /// The list shows at most so many, whatever it is asked, and counts all.
    package var listShowsAtMost: Int?
    /// The list tells nothing of how a table may be cancelled.
    package var listHidesTerms = false
    /// What it tells of that is a sentence, where an object is due.
    package var listGarblesTerms = false
    /// It says that the fee applies, before the cut-off too.
    package var listAppliesFees = false
    /// A meal that is over is told as one to come, with the past though it is.
    package var listForgetsFinished = false
    package var listLagSeconds = 0.0
    /// For so long the list still has what was cancelled.
    package var cancelLagSeconds = 0.0
    package var resyTokens = Rotation.rotating
    package var cancelInside = Inside.fee
    package var cancelBody = Body.transaction

    // Special requests
    /// In which format they are taken; with `none` there is no such call.
    package var wishes = Wishes.form
    package var wishFormatStatus = 415
    /// Refused with that.
    package var wishStatus: Int?
    /// A list shows them that much later.
    package var wishLagSeconds = 0.0
    /// Of words no more characters are kept.
    package var wishLongest: Int?
    package var hidesRequests = false
    package var hidesOccasions = false

    package var site = SiteSwitches()

    // Google
    package var placesKey = "sandbox-places-key"
    package var placesHasNothing = false
}
