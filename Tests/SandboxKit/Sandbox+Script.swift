package import Foundation

/// What tests say to the simulator.
extension Sandbox {
    package func set(_ change: @Sendable (inout Switches) -> Void) async { await world.change(change) }

    /// Lets `fault` happen at the next `times` calls of `scope`, after `after` calls that go well.
    package func fault(_ fault: Fault, on scope: Endpoint, times: Int = 1, after: Int = 0) async {
        await world.plan(fault, on: scope, times: times, after: after)
    }

    package func clearFaults() async { await world.clearFaults() }

    /// All that are not cancelled, of every account, past ones too.
    package var reservations: [Reservation] { get async { await world.liveReservations } }
    package var allReservations: [Reservation] { get async { await world.reservations } }
    package var requests: [RecordedRequest] { get async { await world.requests } }

    /// What came to the web site, and the preflights of its page's calls.
    package var visits: [RecordedRequest] { get async { await world.visits } }

    package func requests(to path: String) async -> [RecordedRequest] {
        await world.requests.filter { $0.path == path }
    }

    package func requests(to endpoint: Endpoint) async -> [RecordedRequest] {
        await world.requests.filter { $0.endpoint == endpoint }
    }

    package func addVenue(_ venue: Venue) async { await world.addVenue(venue) }
    package func changeVenue(_ id: Int, _ change: @Sendable (inout Venue) -> Void) async {
        await world.changeVenue(id, change)
    }

    /// The first card is the default one unless another says so.
    @discardableResult
    package func addAccount(email: String, password: String, cards: [Card] = [.visa]) async -> Account {
        let id = (await world.accounts.map(\.id).max() ?? 7_000_000) + 1
        var account = Account(id: id, email: email, password: password, cards: cards)
        account.defaultCard = account.defaultCard ?? cards.first?.id
        account.phone = "+1212555" + String(id % 10_000)
        await world.addAccount(account)
        return account
    }

    package func signIn(_ email: String = "sam@example.com") async -> String? { await world.signIn(email) }
    package func expireTokens() async { await world.expireTokens() }
    package func setNow(_ date: Date?, frozen: Bool = false) async { await world.setNow(date, frozen: frozen) }
    package func advance(seconds: TimeInterval) async { await world.advance(seconds: seconds) }

    /// So many days from today, at the venue.
    package func day(_ daysAhead: Int, at venueID: Int = 99001) async -> String {
        let zone = await world.venues.first { $0.id == venueID }?.zone ?? "EST5EDT"
        return LocalClock(zone: zone).day(at: await world.now).adding(daysAhead).description
    }
}

extension Sandbox {
    /// What somebody writes into a reservation in Resy's app; an empty text clears it.
    package func write(_ words: String?, occasion: String? = nil, into id: Int) async {
        await world.write(words, occasion: occasion, into: id)
    }

    /// Cancelled in Resy's app.
    package func cancelElsewhere(_ id: Int) async { await world.cancelElsewhere(id) }
}
