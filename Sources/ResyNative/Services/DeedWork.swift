internal import ResyDomain

/// What one kind of deed adds to `DeedFlow`: how it is read, sent and told. It does as it is asked and decides nothing.
protocol DeedWork: Sendable {
    associatedtype Outcome: Sendable

    var deed: Deed { get }
    /// It is to take the place of another table.
    var replaces: Bool { get }
    /// Seconds of the call that must remain once it is sent: its outcome could not be read any more.
    var reserve: Double { get }
    /// What is told while somebody is asked.
    var asking: Step { get }

    /// What it comes to now. Throws where that cannot be read; nothing was sent for it.
    mutating func read(_ reading: DeedReading, _ progress: DeedProgress) async throws -> DeedFlow.Event
    /// What a yes is for, of what was read last.
    func agreement() throws -> Agreement
    func question() throws -> Question.About
    /// The yes that it is done by is spent in the same breath.
    func openIntent(spending yes: Store.Yes?) async throws -> Store.IntentClaim
    mutating func send(_ resy: ResyCall) async throws -> DeedFlow.Answer
    /// What that answer to it proves. A refused sign-in and what never went out are told apart before.
    func meaning(of failure: APIFailure) -> DeedFlow.Answer
    mutating func sight(of list: AccountList, after failure: APIFailure?) -> DeedFlow.Sight
    func conclude(_ end: DeedFlow.End, _ progress: DeedProgress) async throws -> Outcome
}

extension DeedWork {
    var replaces: Bool { false }
    var asking: Step { deed.asking }
}

/// Why it is read.
enum DeedReading: Sendable { case first, afterYes, afterRenewal }

/// What has been learned on the way.
struct DeedProgress: Sendable {
    /// What a yes was given to: one that came with the call, or the answer to a question in it.
    var agreed: Agreement?
    /// What somebody saw last.
    var shown: Agreement?
    /// How the last question ended.
    var reply: Reply?
    /// For so many seconds it was open, and nobody answered.
    var unansweredFor: Double?
    var failure: (any Error)?
    /// The intent in the journal.
    var entry: Int?
    /// The yes that was spent with it.
    var spent: Store.Yes?
    /// It went out, or may have.
    var wasSent = false
    /// Another deed's entry in the journal that keeps this one from being sent.
    var inTheWay: JournalEntry?
    var resy: ResyCall?
    /// Resy said that it took it.
    var isTaken = false
    /// The list could not be read since.
    var isListUnread = true
    /// A list has shown since that it was not done.
    var wasSeenUndone = false
    /// How it ended could not be written down.
    var isUnrecorded = false

    /// Of a question that got no answer, or none that tells.
    var remarkOnReply: Remark? {
        guard reply == .unseen else { return nil }
        return .yes(unansweredFor.map { .noAnswer(seconds: $0) } ?? .noClearAnswer)
    }

    /// Resy's word, where it was Resy's.
    var refusal: APIFailure? { failure as? APIFailure }
}
