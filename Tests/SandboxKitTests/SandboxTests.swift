import Foundation
import Testing

@testable import SandboxKit

@Suite(.timeLimit(.minutes(1))) struct SandboxTests {
    private func started(_ body: (Sandbox) async throws -> Void) async throws {
        let sandbox = try await Sandbox.start()
        do { try await body(sandbox) } catch {
            await sandbox.stop()
            throw error
        }
        await sandbox.stop()
    }

    private let headers = [
        ("User-Agent", "Mozilla/5.0"), ("Authorization", #"ResyAPI api_key="VbWk7s3L4KiK5fzlO7JD3Q5EYolJI7n5""#),
    ]

    private func venue(_ sandbox: Sandbox) async throws -> RawAnswer {
        try await LoopbackClient.request("GET", "/3/venue?id=6194", to: sandbox, headers: headers)
    }

    @Test func answersOverASocketAndRecordsWhatItGot() async throws {
        try await started { sandbox in
            let answer = try await venue(sandbox)
            #expect(answer.status == 200)
            #expect(answer.json?["name"] == "Carbone")
            let requests = await sandbox.requests(to: "/3/venue")
            #expect(requests.map(\.number) == [1])
            #expect(requests.first?.query == ["id": "6194"])
            #expect(requests.first?.header("User-Agent") == "Mozilla/5.0")
            #expect(requests.first?.status == 200)
        }
    }

    @Test func aConnectionServesSeveralRequests() async throws {
        try await started { sandbox in
            let first = "GET /3/venue?id=1 HTTP/1.1\r\nHost: x\r\n\r\n"
            let last = "GET /2/config HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            let answer = try await LoopbackClient.send(first + last, to: sandbox.port)
            #expect(String(decoding: answer.bytes, as: UTF8.self).components(separatedBy: "HTTP/1.1 500").count == 3)
            #expect(await sandbox.requests.map(\.path) == ["/3/venue", "/2/config"])
        }
    }

    @Test func chunkedBodiesArrive() async throws {
        try await started { sandbox in
            let text = "POST /4/find HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
            _ = try await LoopbackClient.send(text + "5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n", to: sandbox.port)
            #expect(await sandbox.requests.first?.body == #"{"a":1}"#)
        }
    }

    @Test func resetsArriveAsResets() async throws {
        try await started { sandbox in
            await sandbox.fault(.resetBefore, on: .venue)
            let answer = try await venue(sandbox)
            #expect(answer.wasReset)
            #expect(answer.bytes.isEmpty)
            #expect(try await venue(sandbox).status == 200)
        }
    }

    @Test func bodiesEndEarlyOrLie() async throws {
        try await started { sandbox in
            await sandbox.fault(.truncate(40), on: .venue)
            let short = try await venue(sandbox)
            #expect(short.body.count == 40)
            #expect((short.head?.length ?? 0) > 1000)
            await sandbox.fault(.wrongLength(-10), on: .venue)
            let lie = try await venue(sandbox)
            #expect(lie.body.count == (lie.head?.length ?? 0) + 10)
        }
    }

    @Test func slowAnswersAreSlow() async throws {
        try await started { sandbox in
            await sandbox.fault(.delay(milliseconds: 120), on: .venue)
            #expect(try await venue(sandbox).seconds >= 0.11)
            await sandbox.fault(.drip(milliseconds: 1), on: .venue)
            let dripped = try await venue(sandbox)
            #expect(dripped.seconds >= 0.15)
            #expect(dripped.json?["name"] == "Carbone")
            await sandbox.fault(.stall(milliseconds: 100), on: .venue)
            let stalled = try await venue(sandbox)
            #expect(stalled.bytes.isEmpty && stalled.seconds >= 0.09)
        }
    }

    @Test func largeBodiesAreMadeOnTheFly() async throws {
        try await started { sandbox in
            await sandbox.fault(.bigBody(bytes: 5_000_000), on: .venue)
            let answer = try await venue(sandbox)
            #expect(answer.body.count == 5_000_000)
        }
    }

    @Test(arguments: [FaultProxy.Mode.reset, .garbage, .close, .refuse])
    func connectionsCanFail(_ mode: FaultProxy.Mode) async throws {
        try await started { sandbox in
            try sandbox.setConnections(mode)
            let answer = try? await venue(sandbox)
            #expect(answer?.status == nil)
            #expect((answer == nil) == (mode == .refuse))
            try sandbox.setConnections(.open)
            #expect(try await venue(sandbox).status == 200)
        }
    }

    @Test func stopEndsConnectionsThatStall() async throws {
        let sandbox = try await Sandbox.start()
        await sandbox.fault(.stall(milliseconds: 60_000), on: .venue)
        async let stalled = venue(sandbox)
        while await sandbox.requests.isEmpty { await Task.yield() }
        await sandbox.stop()
        let answer = try await stalled
        #expect(answer.seconds < 30)
    }

    @Test func scriptsSteerIt() async throws {
        try await started { sandbox in
            let port = try #require(URL(string: sandbox.controlURL)?.port)
            func control(_ method: String, _ name: String, _ body: String = "") async throws -> RawAnswer {
                try await LoopbackClient.send(
                    "\(method) /_control/\(name) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)", to: UInt16(port))
            }
            #expect(try await control("POST", "switches", #"{"block": "text", "findLimit": 3}"#).status == 200)
            #expect(try await venue(sandbox).status == 500)
            #expect(try await control("POST", "switches", #"{"blck": "text"}"#).status == 400)
            #expect(try await control("POST", "switches", #"{"block": "none"}"#).status == 200)
            #expect(
                try await control("POST", "fault", #"{"fault": "status", "value": 503, "on": "venue"}"#).status == 200)
            #expect(try await venue(sandbox).status == 503)
            #expect(try await control("POST", "account", #"{"email": "x@example.com", "cards": 2}"#).status == 200)
            #expect(await sandbox.world.accounts.last?.cards.count == 2)
            #expect(try await control("POST", "venue", #"{"copyOf": 6194, "id": 7, "name": "Copy"}"#).status == 200)
            #expect(await sandbox.world.venues.last?.name == "Copy")
            #expect(try await control("POST", "clock", #"{"now": 1800000000, "frozen": true}"#).status == 200)
            #expect(await sandbox.world.now == Date(timeIntervalSince1970: 1_800_000_000))
            let requests = try await control("GET", "requests?path=/3/venue")
            #expect(requests.json?["requests"]?.array?.count == 2)
            #expect(try await control("POST", "reset").status == 200)
            #expect(await sandbox.world.venues.contains { $0.id == 7 } == false)
            #expect(try await control("GET", "state").json?["reservations"] == [])
        }
    }
}
