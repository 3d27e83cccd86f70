@testable import ResyDomain
import ResyNative

/// Use cases that do as a test says; those it says nothing of fail.
struct ScriptedConcierge: Concierge {
    var onStore: @Sendable (String, Secret, CallContext) async throws -> SignInOutcome = { _, _, _ in throw Unscripted()
    }
    var onCheck: @Sendable (AvailabilityRequest, CallContext) async throws -> Availability = { _, _ in
        throw Unscripted()
    }
    var onSearch: @Sendable (TableSearch, CallContext) async throws -> FoundTables = { _, _ in throw Unscripted() }
    var onDays: @Sendable (OpenDaysRequest, CallContext) async throws -> OpenDays = { _, _ in throw Unscripted() }
    var onBook: @Sendable (BookingRequest, CallContext) async throws -> BookingOutcome = { _, _ in throw Unscripted() }
    var onCancel: @Sendable (CancellationRequest, CallContext) async throws -> CancellationOutcome = { _, _ in
        throw Unscripted()
    }
    var onChange: @Sendable (ChangeRequest, CallContext) async throws -> ChangeOutcome = { _, _ in throw Unscripted() }
    var onList: @Sendable (Bool, CallContext) async throws -> ReservationList = { _, _ in throw Unscripted() }

    var onNotify: @Sendable (NotifyOrder, CallContext) async throws -> NotifyOutcome = { _, _ in throw Unscripted() }

    var onDiary: @Sendable ([DiaryDraft]) async throws -> [DiaryEntry] = { drafts in
        drafts.map { DiaryEntry($0, sequence: 0, stampedAt: Samples.now) }
    }
    var onWatch: @Sendable (WatchRequest, CallContext) async throws -> WatchList = { _, _ in throw Unscripted() }

    struct Unscripted: Error {}

    func storeCredentials(email: String, password: Secret, context: CallContext) async throws -> SignInOutcome {
        try await onStore(email, password, context)
    }

    func checkAvailability(_ request: AvailabilityRequest, context: CallContext) async throws -> Availability {
        try await onCheck(request, context)
    }

    func findTables(_ search: TableSearch, context: CallContext) async throws -> FoundTables {
        try await onSearch(search, context)
    }

    func openDays(_ request: OpenDaysRequest, context: CallContext) async throws -> OpenDays {
        try await onDays(request, context)
    }

    func makeReservation(_ request: BookingRequest, context: CallContext) async throws -> BookingOutcome {
        try await onBook(request, context)
    }

    func cancelReservation(_ request: CancellationRequest, context: CallContext) async throws -> CancellationOutcome {
        try await onCancel(request, context)
    }

    func changeReservation(_ request: ChangeRequest, context: CallContext) async throws -> ChangeOutcome {
        try await onChange(request, context)
    }

    func reservations(includingPast: Bool, context: CallContext) async throws -> ReservationList {
        try await onList(includingPast, context)
    }

    func notify(_ order: NotifyOrder, context: CallContext) async throws -> NotifyOutcome {
        try await onNotify(order, context)
    }

    func diary(_ drafts: [DiaryDraft], isWhole: Bool, context: CallContext) async throws -> [DiaryEntry] {
        try await onDiary(drafts)
    }

    func keepCalendar(_ text: String) async throws -> String { "/home/you/reservations.ics" }

    func watches(_ request: WatchRequest, context: CallContext) async throws -> WatchList {
        try await onWatch(request, context)
    }

    /// One that answers each call with a sample.
    static let obliging = ScriptedConcierge(
        onStore: { email, _, _ in
            SignInOutcome(email: email, isVerified: true, card: "Visa ending in 4242", remarks: [])
        },
        onCheck: { _, _ in Samples.availability }, onSearch: { _, _ in SearchSamples.found },
        onDays: { _, _ in SearchSamples.days },
        onBook: { request, _ in request.confirmToken == nil ? Samples.waiting : Samples.booked },
        onCancel: { _, _ in Samples.cancelled }, onChange: { _, _ in Samples.changed },
        onList: { _, _ in ReservationList(reservations: [Samples.reservation], isSynced: true, remarks: []) },
        onNotify: { _, _ in NotifyOutcome(.added, [Samples.notify]) },
        onWatch: { request, _ in WatchSamples.list(request.action) })
}

extension ScriptedConcierge {
    func finish() async {}
}
