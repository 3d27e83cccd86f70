package import Foundation

/// The simulated service: its venues, diners, tables and clock, and what shall go wrong.
package actor World {
    package var venues: [Venue]
    package var accounts: [Account]
    package var switches: Switches
    package internal(set) var reservations: [Reservation] = []
    package internal(set) var requests: [RecordedRequest] = []
    /// What browsers asked of the web site.
    package internal(set) var visits: [RecordedRequest] = []
    package internal(set) var notifies: [NotifyRequest] = []

    var slots = SlotBook()
    var tokens: [String: AccessToken] = [:]
    var refreshTokens: [String: Int] = [:]
    var challenges: [String: Int] = [:]
    var codeChallenges: [String: Int] = [:]
    var tickets: [String: BookTicket] = [:]
    var resyTokens: [String: Int] = [:]
    var lateWishes: [LateWish] = []
    var plannedFaults: [PlannedFault] = []
    /// How often each endpoint was asked since the limits were forgotten, and how often all that need no token.
    var looks: [Endpoint: Int] = [:]
    /// The last request that was counted when somebody looked.
    var lastCounted = 0
    var lastReservationID = 900_000_000
    /// Changes that a fault asks for, for the call under way only.
    var active: [Fault] = []
    private var clockOffset: TimeInterval = 0
    private var frozenAt: Date?

    let beginning: Scenario

    package init(scenario: Scenario = .standard) {
        beginning = scenario
        venues = scenario.venues
        accounts = scenario.accounts
        switches = scenario.switches
    }

    /// The simulator's time.
    package var now: Date { frozenAt ?? Date().addingTimeInterval(clockOffset) }

    /// Sets the clock, which then runs on, or stands still if `frozen`.
    package func setNow(_ date: Date?, frozen: Bool = false) {
        clockOffset = date.map { $0.timeIntervalSinceNow } ?? 0
        frozenAt = frozen ? date ?? Date() : nil
    }

    package func advance(seconds: TimeInterval) {
        clockOffset += seconds
        frozenAt = frozenAt?.addingTimeInterval(seconds)
    }

    /// Back to the first day, with the venues and accounts of `scenario`, or those it began with.
    package func reset(to scenario: Scenario? = nil) {
        let scenario = scenario ?? beginning
        venues = scenario.venues
        accounts = scenario.accounts
        switches = scenario.switches
        reservations = []
        requests = []
        visits = []
        notifies = []
        slots = SlotBook()
        tokens = [:]
        refreshTokens = [:]
        challenges = [:]
        codeChallenges = [:]
        tickets = [:]
        resyTokens = [:]
        lateWishes = []
        plannedFaults = []
        looks = [:]
        lastCounted = 0
        setNow(nil)
    }

    package func change(_ change: @Sendable (inout Switches) -> Void) { change(&switches) }
    package func setSwitches(_ switches: Switches) { self.switches = switches }

    package func plan(_ fault: Fault, on scope: Endpoint, times: Int, after: Int) {
        plannedFaults.append(PlannedFault(fault: fault, scope: scope, after: after, times: times))
    }

    package func clearFaults() { plannedFaults = [] }
    package func clearRequests() {
        requests = []
        visits = []
        lastCounted = 0
    }
    package func forgetLooks() { looks = [:] }

    package func addVenue(_ venue: Venue) {
        venues.removeAll { $0.id == venue.id }
        venues.append(venue)
    }

    package func changeVenue(_ id: Int, _ change: @Sendable (inout Venue) -> Void) {
        guard let place = venues.firstIndex(where: { $0.id == id }) else { return }
        change(&venues[place])
    }

    package func addAccount(_ account: Account) {
        accounts.removeAll { $0.id == account.id || $0.email == account.email }
        accounts.append(account)
    }

    /// Everything but what is cancelled.
    package var liveReservations: [Reservation] { reservations.filter { !$0.isCancelled } }

    /// All tables of this slot go to somebody else.
    package func takeAway(_ key: SlotKey) { slots.take(key, tables: 1000) }

    func venue(_ id: Int) -> Venue? { venues.first { $0.id == id } }
    func account(_ id: Int) -> Account? { accounts.first { $0.id == id } }
}
