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
    package enum Matching: String, Sendable, Codable {
        /// Each word somewhere in name, cuisine, neighbourhood or city; beginnings do, and one letter may be wrong.
        case fuzzy
        /// Each word, whole, somewhere in name, cuisine or neighbourhood.
        case words
        /// As `fuzzy`; after those come venues that any one word fits.
        case anyWord
    }
    package enum Share: String, Sendable, Codable {
        case all, some, none

        /// With `some` every other one.
        func includes(_ number: Int) -> Bool { self == .all || self == .some && number % 2 == 0 }
    }
    package enum Cities: String, Sendable, Codable {
        /// Those of the cast.
        case cast
        /// Some 2,135 places and 2.8 MB, as Resy's own; those of the cast are among them.
        case full
        /// The full list breaks off in the middle of a place, as a whole answer.
        case cut
        /// 404
        case missing
    }
    /// What Resy's own change does; nobody has seen it in years.
    package enum Changes: String, Sendable, Codable {
        /// The new table has a new number.
        case renewsID
        /// It has the old one's.
        case keepsID
        /// It books the new table and leaves the old one.
        case ignoresToken
        /// It gives back the old table, and then fails.
        case cancelsFirst
    }
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
    /// The same for search; `looksLimit` counts all reads without a token together. Each has as many warnings.
    package var searchLimit: Int?
    package var looksLimit: Int?
    /// Milliseconds before every answer of an endpoint (or of a scope: `reads`, `any`), by its name.
    package var delays: [String: Int] = [:]
    /// Milliseconds before the answer of find for a venue, by its number.
    package var findDelays: [String: Int] = [:]
    /// Find for these never answers.
    package var silentVenues: [Int] = []

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

    // Search
    package var searchMatching = Matching.fuzzy
    /// Which hits carry the slots that were asked for.
    package var searchSlots = Share.all
    /// Which of their templates tell what they cost.
    package var searchTemplates = Share.all
    /// Slots further than this from `time_filter` are left out; nil: it changes nothing.
    package var timeFilterMinutes: Int?
    /// Each hit stands in `_source`.
    package var wrapsHits = false
    /// What was found is marked in names, whether that was asked for or not.
    package var highlights = false
    /// `cuisine` of a hit is a text.
    package var cuisineIsText = false

    /// What `/3/location/config` tells.
    package var cities = Cities.cast

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

    // Resy's own change
    package var changes = Changes.renewsID
    package var offersChange = true
    /// Before the table; nil: as long as it can be cancelled.
    package var changeCutOffHours: Double?
    /// With `ignoresToken` it is refused for the old table.
    package var changeConflicts = false
    package var findRefusesTokens = false

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

    // Notify
    /// Restaurants take such requests.
    package var takesNotify = true
    /// For so many days ahead.
    package var notifyDays = 30
    /// The hours that a day's tables tell are those of that day; else the first and the last day are told, with the hours.
    package var notifyHoursAreDaily = true
    package var notifyStep = 30
    /// Minutes after midnight of the day.
    package var notifyClosesAt = 22 * 60
    package var hasNotifyLunch = false
    package var notifyOptionsAreOdd = false
    /// The list shows what was set, and leaves out what was removed, that much later.
    package var notifyLagSeconds = 0.0
    package var notifyListIsOdd = false
    package var notifyListIsNull = false
    /// The account has no more of them.
    package var notifyMost: Int?
    /// A second one for a restaurant, day, party and service stands beside the first.
    package var notifyTakesTwice = false

    package var site = SiteSwitches()

    // Google
    package var placesKey = "sandbox-places-key"
    package var placesHasNothing = false
}
