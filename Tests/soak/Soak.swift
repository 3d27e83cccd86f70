import Glibc
import ResyDomain
import ResyNative

/// Many calls with random faults through the whole façade, in a process that must not grow.
///
///     soak HOME API-URL CONTROL-URL CALLS SEED
///
/// Waits cost nothing: the clock is moved on instead. Prints resident memory, open files and threads after the first
/// thousand and at the end; exit status 1 where they grew.
@main
struct Soak {
    static func main() async {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let calls = Int(arguments[4]), let seed = UInt64(arguments[5]) else {
            print("usage: soak HOME API-URL CONTROL-URL CALLS SEED")
            exit(2)
        }
        let soak = Soak(home: arguments[1], api: arguments[2], control: arguments[3])
        exit(await soak.run(calls, seed: seed) ? 0 : 1)
    }

    private let clock = LeapingClock()
    private let resy: Resy
    private let engine = CurlEngine(CurlEngine.Options())
    private let control: String

    private init(home: String, api: String, control: String) {
        var settings = Settings(home: home)
        settings.apiURL = api
        settings.pace = 0...0
        settings.budget = 0
        settings.confirm = .never
        settings.largestFee = 10_000
        resy = Resy(settings: settings, clock: clock)
        self.control = control
    }

    private static let faults = [
        #""resetBefore""#, #""stall","value":30"#, #""garbage""#, #""halfClose""#, #""truncate","value":60"#,
        #""wrongLength","value":-10"#, #""drip","value":1"#, #""page","value":200"#, #""invalidUTF8""#,
        #""deepNesting","value":5000"#, #""duplicateKeys""#, #""wrongTypes""#, #""missingFields""#,
        #""numbersAsStrings""#,
        #""extraFields""#, #""omitOptional""#, #""bigBody","value":20000000"#, #""rateLimited","value":30"#,
        #""blockedPage""#,
        #""blockedText""#, #""status","value":503"#, #""badGatewayBefore""#, #""dropAfterCommit""#,
        #""badGatewayAfterCommit""#,
        #""pageAfterCommit""#, #""emptyAfterCommit""#, #""createdEmpty""#, #""tokenExpires""#, #""slotVanishes""#,
    ]
    private static let waits: Set<String> = Set(
        [ResyError.Code.signInFailed, .blocked, .rateLimited, .signInBlocked].map(\.name))
    private static let places = ["find", "details", "book", "reservations", "cancel", "venue", "search", "user", "any"]

    private func run(_ calls: Int, seed: UInt64) async -> Bool {
        var dice = Dice(seed: seed)
        var outcomes: [String: Int] = [:]
        let settled = min(1000, calls / 10)
        var before = Footprint()
        let started = ContinuousClock.now
        for number in 0..<calls {
            if number % 500 == 0 { await begin() }
            if number == settled {
                before = await settle()
                print("after \(settled) calls: \(before)")
                fflush(nil)
            }
            if dice.roll(3) == 0 {
                let (fault, place) = (
                    Self.faults[dice.roll(Self.faults.count)], Self.places[dice.roll(Self.places.count)]
                )
                await tell("fault", #"{"fault":\#(fault),"on":"\#(place)"}"#)
            }
            let outcome = await call(&dice)
            outcomes[outcome, default: 0] += 1
            if number % 5000 == 4999 {
                print(
                    "\(number + 1) calls: \(Footprint.measured()), \((ContinuousClock.now - started).components.seconds) s"
                )
                fflush(nil)
            }
            // A young token that was refused stays so for ten minutes, and a limit or block for up to eight hours: what
            // follows would be no calls at all.
            if Self.waits.contains(outcome) { await begin() }
        }
        let after = await settle()
        await resy.finish()
        engine.stop()
        for (outcome, count) in outcomes.sorted(by: { $0.value > $1.value }) { print("  \(count) \(outcome)") }
        print("after \(calls) calls: \(after)")
        // Calls that met no Resy at all would hold too, and prove nothing.
        let isReal = outcomes["booked", default: 0] * 50 >= calls
        if !isReal { print("too few were booked: Resy was not there") }
        let isGood =
            isReal && after.kilobytes - before.kilobytes < 2048 && after.files <= before.files
            && after.threads <= before.threads
        print(isGood ? "soak: passed" : "soak: FAILED")
        return isGood
    }

    /// The simulator back at its start, at our time, and a sign-in that its guard allows.
    private func begin() async {
        await tell("reset", "{}")
        clock.advance(9 * 3600)
        await tell("clock", #"{"now":\#(clock.now.seconds)}"#)
        _ = try? await resy.storeCredentials(
            email: "sam@example.com", password: Secret("correct horse battery"), context: context)
    }

    /// Without a fault in the air, so that nothing is half done.
    private func settle() async -> Footprint {
        await begin()
        _ = try? await resy.reservations(includingPast: false, context: context)
        return Footprint.measured()
    }

    private func call(_ dice: inout Dice) async -> String {
        let restaurant = ["Example Trattoria", "Card & Hold", "Don Angie", "Night Owl"][dice.roll(4)]
        let date = "in \(2 + dice.roll(20)) days"
        do {
            switch dice.roll(20) {
            case 0..<9:
                _ = try await resy.checkAvailability(
                    AvailabilityRequest(
                        restaurant: restaurant, date: date, party: 2, preferredTime: "19:00", flexibility: 60,
                        location: "New York"), context: context)
                return "checked"
            case 9..<13:
                let list = try await resy.reservations(includingPast: dice.roll(2) == 0, context: context)
                return list.isSynced ? "listed" : "listed from memory"
            case 13..<17:
                var request = BookingRequest(restaurant: restaurant, date: date, time: "19:00", party: 2)
                request.location = "New York"
                return try await resy.makeReservation(request, context: context).status.rawValue
            default:
                let held = try await resy.reservations(includingPast: false, context: context).reservations
                guard let one = held.first else { return "nothing to cancel" }
                return try await resy.cancelReservation(
                    CancellationRequest(restaurant: nil, confirmationID: one.confirmationID, confirmToken: nil),
                    context: context
                ).status.rawValue
            }
        } catch let error as ResyError {
            return error.code.name
        } catch {
            return "\(error)"
        }
    }

    private var context: CallContext { CallContext(deadline: clock.now.adding(50)) }

    private func tell(_ what: String, _ body: String) async {
        _ = try? await engine.perform(
            HTTPRequest(
                .post, "\(control)/\(what)", headers: [("Content-Type", "application/json")], body: Array(body.utf8)),
            into: BodyBuffer())
    }
}

/// Real time, and every wait leapt over.
private final class LeapingClock: WallClock {
    private let offset = Lock(0.0)

    var now: Instant { SystemClock().now.adding(offset.withLock { $0 }) }

    func sleep(seconds: Double) async throws {
        try Task.checkCancellation()
        // Waits for another holder of a lock must let that one work.
        if seconds <= 0.2 { try await Task.sleep(for: .milliseconds(1)) } else { advance(seconds) }
    }

    func advance(_ seconds: Double) { offset.withLock { $0 += seconds } }
}

/// What the process holds of the machine.
private struct Footprint: CustomStringConvertible {
    var kilobytes = 0
    var files = 0
    var threads = 0

    static func measured() -> Footprint {
        var print = Footprint()
        print.files = entries("/proc/self/fd")
        print.threads = entries("/proc/self/task")
        guard let file = fopen("/proc/self/statm", "r") else { return print }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 200)
        guard fgets(&line, 200, file) != nil else { return print }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        print.kilobytes = (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) * 4
        return print
    }

    private static func entries(_ path: String) -> Int {
        guard let folder = opendir(path) else { return 0 }
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        return count
    }

    var description: String { "\(kilobytes) KB resident, \(files) open files, \(threads) threads" }
}

private struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func roll(_ sides: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(sides))
    }
}
