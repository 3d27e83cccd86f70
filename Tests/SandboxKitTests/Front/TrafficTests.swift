import Foundation
import Testing

@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct TrafficTests {
    private let headers = [
        ("User-Agent", "Mozilla/5.0"), ("Authorization", #"ResyAPI api_key="VbWk7s3L4KiK5fzlO7JD3Q5EYolJI7n5""#),
    ]

    private func started(_ body: (Sandbox) async throws -> Void) async throws {
        let sandbox = try await Sandbox.start()
        do { try await body(sandbox) } catch {
            await sandbox.stop()
            throw error
        }
        await sandbox.stop()
    }

    private func find(_ venue: Int, _ sandbox: Sandbox) async throws -> RawAnswer {
        let day = await sandbox.day(3)
        return try await LoopbackClient.request(
            "GET", "/4/find?lat=0&long=0&day=\(day)&party_size=2&venue_id=\(venue)", to: sandbox, headers: headers)
    }

    private func search(_ sandbox: Sandbox) async throws -> RawAnswer {
        try await LoopbackClient.request(
            "POST", "/3/venuesearch/search", to: sandbox, headers: headers + [("Content-Type", "application/json")],
            body: #"{"query": "italian"}"#)
    }

    @Test func aLookTellsHowManyAndHowManyAtOnce() async throws {
        try await started { sandbox in
            await sandbox.set { $0.delays = ["find": 300] }
            async let one = find(98_101, sandbox)
            async let two = find(98_102, sandbox)
            async let three = find(98_103, sandbox)
            _ = try await (one, two, three)
            _ = try await search(sandbox)
            let look = await sandbox.look()
            #expect(look.requests == [.find: 3, .search: 1] && look.total == 4)
            #expect(look.mostInFlight == [.find: 3, .search: 1])
            _ = try await find(98_101, sandbox)
            let next = await sandbox.look()
            #expect(next.count(.find) == 1 && next.mostInFlight == [.find: 1])
            #expect(await sandbox.look() == Look())
        }
    }

    /// One that is answered is no more under way, however soon the next one comes.
    @Test func oneAfterTheOtherIsOneAtOnce() async throws {
        try await started { sandbox in
            for _ in 0..<60 { _ = try await search(sandbox) }
            #expect(await sandbox.look().mostInFlight == [.search: 1])
        }
    }

    @Test func scriptsLookToo() async throws {
        try await started { sandbox in
            let port = try #require(URL(string: sandbox.controlURL)?.port)
            func control(_ method: String, _ name: String, _ body: String = "") async throws -> RawAnswer {
                try await LoopbackClient.send(
                    "\(method) /_control/\(name) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)", to: UInt16(port))
            }
            _ = try await search(sandbox)
            for _ in 0..<2 {
                let counts = try await control("GET", "counts").json
                #expect(counts?["requests"] == ["search": 1] && counts?["most_in_flight"] == ["search": 1])
            }
            #expect(try await control("POST", "look").json?["total"] == 1)
            #expect(try await control("GET", "counts").json?["total"] == 0)
            _ = try await search(sandbox)
            #expect(try await control("POST", "clear").status == 200)
            #expect(try await control("GET", "counts").json?["requests"] == [:])
            #expect(try await control("POST", "crowd", #"{"venues": 3, "city": "ldn"}"#).json?["venues"] == 3)
            #expect(await sandbox.world.venues.last?.city == .london)
            #expect(try await control("POST", "crowd", #"{"city": "atlantis"}"#).status == 400)
            let limits = #"{"searchLimit": 1, "looksLimit": null, "delays": {"reads": 5}}"#
            #expect(try await control("POST", "switches", limits).status == 200)
            #expect(try await control("POST", "switches", #"{"delays": {"fnd": 5}}"#).status == 400)
        }
    }

    @Test func anEndpointCanBeSlowAndAVenueSilent() async throws {
        try await started { sandbox in
            await sandbox.set {
                $0.delays = ["search": 150]
                $0.findDelays = ["98101": 150]
                $0.silentVenues = [98_102]
            }
            #expect(try await search(sandbox).seconds >= 0.14)
            #expect(try await find(98_101, sandbox).seconds >= 0.14)
            async let silent = find(98_102, sandbox)
            // The others are answered meanwhile.
            #expect(try await find(98_103, sandbox).status == 200)
            while await sandbox.requests(to: .find).count < 3 { await Task.yield() }
            try await Task.sleep(for: .milliseconds(100))
            sandbox.cutConnections()
            #expect(try await silent.bytes.isEmpty)
        }
    }

    @Test func aSearchCanBreakInTheMiddle() async throws {
        try await started { sandbox in
            await sandbox.fault(Fault(.truncate), on: .search)
            let broken = try await search(sandbox)
            #expect(broken.status == 200 && broken.json == nil)
            #expect(broken.body.count > 1000 && broken.body.count < (broken.head?.length ?? 0))
            #expect(try await search(sandbox).json?["search"]?["hits"]?.array?.isEmpty == false)
        }
    }
}
