internal import ResyDomain

/// How far one search is: what it has looked at, what is left, and what ends it.
final class SearchRun {
    /// Requests for tables of one evening that one call makes.
    static let mostFinds = FindAllowance.most
    /// Requests that are under way at the same time.
    static let abreast = 2
    /// In seconds: an answer is wanted before the client gives up.
    static let patience = 45.0
    /// For the tables of one evening, in seconds: one that does not answer must not cost the others.
    static let patienceForOne = 15.0
    /// Requests that names may cost before the restaurants that are known are looked at: those of the names under way.
    static let mostForNames = 1
    /// Its search, its page and a find.
    static let mostForOneName = 3
    /// So many failures without an answer between them are no accident.
    private static let mostMisses = 3

    let clock: any WallClock
    let limit: Instant
    private let tell: (Step) -> Void
    private let finds: FindAllowance

    private(set) var looked: [LookedAt] = []
    private var places: [Int: Int] = [:]
    /// Of names and days that no restaurant stands for.
    var leftOut: [LeftOut] = []
    var remaining = SearchCursor()
    private(set) var end: SearchEnd?
    /// The first that went wrong.
    private(set) var fault: (any Error)?
    private(set) var oldest: Instant?
    /// Those that something is known of.
    private(set) var days: Set<CalendarDay> = []
    /// Those that are meant, as far as the restaurants' own calendars tell.
    private(set) var asked: Set<CalendarDay> = []
    /// A weekday was read as the next one.
    private(set) var moved: WordReading?
    private var misses = 0
    private var (done, planned) = (0, 0)

    /// `finds`: of the call.
    init(clock: any WallClock, deadline: Instant, finds: FindAllowance, tell: @escaping (Step) -> Void) {
        self.finds = finds
        self.clock = clock
        limit = min(clock.now.adding(Self.patience), deadline.adding(-2))
        self.tell = tell
    }

    /// Something is known that was not known before.
    var hasLearned: Bool {
        looked.contains { restaurant in
            restaurant.evenings.values.contains { evening in
                switch evening {
                case .tables, .without(.closed), .without(.soldOut), .without(.notPublished), .without(.absence),
                    .without(.sizes):
                    true
                case .without: false
                }
            }
        }
    }

    // MARK: - What was looked at

    func look(at venue: Venue, isNamed: Bool) {
        guard let place = places[venue.id] else {
            places[venue.id] = looked.count
            looked.append(LookedAt(venue: venue, isNamed: isNamed))
            return
        }
        var known = venue
        known.complete(with: looked[place].venue)
        if known.name.isEmpty { known.name = looked[place].venue.name }
        // Of these the newer word counts.
        (known.isTock, known.wantsCaptcha) = (venue.isTock, venue.wantsCaptcha)
        looked[place].venue = known
    }

    func note(_ evening: LookedAt.Evening, of venue: Int, on day: CalendarDay) {
        guard let place = places[venue] else { return }
        looked[place].evenings[day] = evening
        if case .without(.notLooked) = evening { return }
        days.insert(day)
    }

    func plan(_ days: [CalendarDay]) { asked.formUnion(days) }

    /// At that restaurant, or all of them, a weekday means a week from today. It is said where nobody has a table today.
    func move(_ venue: Int? = nil, from today: CalendarDay, to later: CalendarDay) {
        for index in looked.indices where venue == nil || looked[index].venue.id == venue {
            looked[index].evenings[today] = nil
        }
        plan([later])
        moved = .weekday(as: later, because: .anyTable)
        guard !looked.contains(where: { $0.evenings[today] != nil }) else { return }
        asked.remove(today)
        days.remove(today)
    }

    /// No restaurant is sold out on a day that lies behind there.
    func tellPast() {
        for index in looked.indices where looked[index].venue.zone != nil {
            let today = looked[index].venue.today(clock.now)
            for day in looked[index].evenings.keys where day < today && !looked[index].hasTables(on: day) {
                looked[index].evenings[day] = .without(.past)
            }
        }
        // What some have a table for today is not said to be read as another day.
        if let read = moved, case .weekday(let later, _) = read,
            looked.contains(where: { $0.hasTables(on: later.adding(days: -7)) })
        {
            moved = nil
        }
    }

    func known(_ venue: Int) -> LookedAt? { places[venue].map { looked[$0] } }

    /// Of a day, each reason once.
    func leaveOut(_ day: CalendarDay, _ reason: LeftOut.Reason) {
        let one = LeftOut(.day(day), reason)
        if !leftOut.contains(one) { leftOut.append(one) }
    }

    /// A search of that day was answered.
    func note(_ day: CalendarDay) { days.insert(day) }

    /// An answer came; `askedAt`: when, where it is remembered.
    func answered(_ askedAt: Instant?) {
        misses = 0
        if let askedAt { oldest = min(oldest ?? askedAt, askedAt) }
    }

    // MARK: - What ends it

    func end(_ end: SearchEnd) { self.end = self.end ?? end }

    /// What ended it; with the budget, until when enough is back for so many requests, so that the next call gets on.
    func end(needing requests: Int) -> SearchEnd? {
        guard case .budget(let until)? = end else { return end }
        return .budget(until: until.adding(Double(max(0, requests - 1)) * LookingBudget.refill))
    }

    /// A remembered answer is no request.
    func countFind(_ number: Int = 1) { finds.count(number) }

    /// The call has made all its finds, which alone ends nothing.
    var hasNoFind: Bool { finds.isSpent }

    var mayFind: Bool {
        if finds.isSpent { end(.finds(Self.mostFinds)) }
        return mayGoOn
    }

    var mayGoOn: Bool {
        if end == nil, clock.now >= limit { end(.time) }
        return end == nil
    }

    /// What one failure means: for the search, which it may end, or for what it was about alone. Nil where that was not looked
    /// at for reasons of the search. Throws what a search cannot go on after.
    func reason(_ error: any Error) throws -> LeftOut.Reason? {
        fault = fault ?? error
        switch error {
        case let spent as BudgetSpent:
            end(.budget(until: spent.until))
            return nil
        case APIFailure.signedOut, APIFailure.otherAccount, APIFailure.wrongKey: throw error
        case let failure as APIFailure:
            let told = failure.explained()
            if case .network(.timedOut) = failure, clock.now >= limit.adding(-1) {
                end(.time)
                return nil
            }
            misses += 1
            if failure.isOfAll || misses >= Self.mostMisses {
                end(.failed(told.finding, until: told.retryAt))
                return nil
            }
            return .unread(told.finding)
        case let told as ResyError:
            end(.failed(told.finding, until: told.retryAt))
            return nil
        default: throw error
        }
    }

    // MARK: - How far it is

    func plan(_ requests: Int) { planned += requests }

    func finish(_ requests: Int = 1) {
        done += requests
        tell(.searching(done: done, of: max(done, planned)))
    }

    // MARK: - Side by side

    /// Does the `work` of each item, as many abreast as may be; `take` is given what came of each as it comes. Begins none
    /// once `mayBegin` says no, and answers those not begun. `arePlanned`: they were counted before.
    func each<Item: Sendable, Answer: Sendable>(
        _ items: [Item], arePlanned: Bool = false, abreast: Int = SearchRun.abreast, while mayBegin: () -> Bool,
        _ work: @escaping @Sendable (Item) async throws -> Answer,
        take: (Item, Result<Answer, any Error>) throws -> Void
    ) async throws -> [Item] {
        if !arePlanned { plan(items.count) }
        return try await withThrowingTaskGroup(of: (Int, Result<Answer, any Error>).self) { group in
            var (next, underWay) = (0, 0)
            while true {
                while underWay < abreast, next < items.count, mayBegin() {
                    let (index, item) = (next, items[next])
                    group.addTask {
                        do { return (index, .success(try await work(item))) } catch { return (index, .failure(error)) }
                    }
                    (next, underWay) = (next + 1, underWay + 1)
                }
                guard underWay > 0, let (index, answer) = try await group.next() else { break }
                underWay -= 1
                try Task.checkCancellation()
                try take(items[index], answer)
                finish()
            }
            return Array(items[next...])
        }
    }
}

extension APIFailure {
    /// It says something of every request, not of the one that met it.
    fileprivate var isOfAll: Bool {
        switch self {
        case .rateLimited, .blocked, .stopped: true
        case .network(let fault): fault.provesNothingWasSent
        default: false
        }
    }
}
