import Foundation
import SandboxKit
import Testing

@Suite struct BookingTests {
    let world = World()

    @Test func aTableIsBookedListedAndCancelled() async throws {
        let diner = await Diner(world)
        let before = try await diner.slots(99001).count { $0["quantity"] == 3 }
        let booked = await diner.book(try await diner.bookToken(at: 99001))
        #expect(booked.status == 201)
        let listed = try await diner.list()
        #expect(listed.map { $0["reservation_id"] } == [booked.json?["reservation_id"]])
        #expect(try await diner.slots(99001).count { $0["quantity"] == 3 } == before - 1)
        let token = try #require(listed.first?["resy_token"]?.string)
        #expect(await diner.post("/3/cancel", form: [("resy_token", token)]).status == 200)
        #expect(try await diner.list().isEmpty)
        #expect(try await diner.slots(99001).count { $0["quantity"] == 3 } == before)
        #expect(await diner.post("/3/cancel", form: [("resy_token", token)]).status == 404)
    }

    @Test func aBookTokenIsGoodOnceAndNotForLong() async throws {
        let diner = await Diner(world)
        let used = try await diner.bookToken(at: 99001)
        #expect(used.utf8.count == 800)
        #expect(await diner.book(used).status == 201)
        #expect(await diner.book(used).status == 404)
        let old = try await diner.bookToken(at: 99007)
        await world.advance(seconds: 301)
        #expect(await diner.book(old).status == 404)
    }

    @Test func aBookTokenIsBoundToItsAccount() async throws {
        var diner = await Diner(world)
        let token = try await diner.bookToken(at: 99001)
        diner.token = await world.signIn("alex@example.com")
        #expect(await diner.book(token, card: nil).status == 404)
    }

    @Test(
        arguments: [nil: 402, #"{"id":1}"#: 402, #"{"id":"5550001"}"#: 400, #"{"id":5550001}"#: 201] as [String?: Int])
    func aHeldTableNeedsACardOfTheAccount(_ card: String?, status: Int) async throws {
        let diner = await Diner(world)
        #expect(await diner.book(try await diner.bookToken(at: 99002), card: card).status == status)
    }

    @Test func aSecondTableAtTheSameTimeIsAConflict() async throws {
        let diner = await Diner(world)
        #expect(await diner.book(try await diner.bookToken(at: 99001)).status == 201)
        let reply = await diner.book(try await diner.bookToken(at: 99007))
        #expect(reply.status == 412)
        #expect(reply.json?["specs"]?["time_slot"] == "17:00:00")
        #expect(reply.json?["venue"]?["id"] == 99001)
    }

    @Test func aSlotCanVanishBetweenTheSteps() async throws {
        let diner = await Diner(world)
        let slot = try await diner.token(ofFirstSlotAt: 99001)
        await world.plan(.slotVanishes(status: 412), on: .details, times: 1, after: 0)
        #expect(await diner.details(slot).status == 412)
        #expect(await diner.details(slot).status == 404)
        let token = try await diner.bookToken(at: 99007)
        await world.plan(.slotVanishes(), on: .book, times: 1, after: 0)
        #expect(await diner.book(token).status == 412)
        #expect(await world.liveReservations.isEmpty)
    }

    @Test func feesCanChangeBetweenPreviewAndCommit() async throws {
        let diner = await Diner(world)
        let slot = try await diner.token(ofFirstSlotAt: 99002)
        await world.plan(.feeChanges(to: 75), on: .details, times: 1, after: 1)
        #expect(await diner.details(slot, commit: 0).json?["cancellation"]?["fee"]?["amount"] == 25.0)
        #expect(await diner.details(slot, commit: 1).json?["cancellation"]?["fee"]?["amount"] == 75.0)
    }

    @Test(arguments: [
        Fault.dropAfterCommit, .badGatewayAfterCommit, .pageAfterCommit, .createdEmpty, .createdWithoutID,
    ])
    func anOutcomeCanBeLostAlthoughTheTableIsBooked(_ fault: Fault) async throws {
        let diner = await Diner(world)
        let token = try await diner.bookToken(at: 99001)
        await world.plan(fault, on: .book, times: 1, after: 0)
        let reply = await diner.book(token)
        #expect(reply.json?["reservation_id"] == nil || reply.wire.reset)
        #expect(await world.liveReservations.count == 1)
    }

    @Test(arguments: [Fault.resetBefore, .badGatewayBefore, .status(503), .rateLimited(seconds: 9), .pretend])
    func anOutcomeCanBeLostWithNothingBooked(_ fault: Fault) async throws {
        let diner = await Diner(world)
        let token = try await diner.bookToken(at: 99001)
        await world.plan(fault, on: .book, times: 1, after: 0)
        _ = await diner.book(token)
        #expect(await world.liveReservations.isEmpty)
        #expect(await diner.book(token).status == 201)
    }

    @Test func listsCanLag() async throws {
        let diner = await Diner(world)
        await world.change { $0.listLagSeconds = 4 }
        _ = await diner.book(try await diner.bookToken(at: 99001))
        #expect(try await diner.list().isEmpty)
        await world.advance(seconds: 5)
        #expect(try await diner.list().count == 1)
    }

    @Test func resyTokensChangeWithEachList() async throws {
        let diner = await Diner(world)
        await world.change { $0.resyTokens = .onlyNewest }
        _ = await diner.book(try await diner.bookToken(at: 99001))
        let old = try #require(try await diner.list().first?["resy_token"]?.string)
        _ = try await diner.list()
        #expect(await diner.post("/3/cancel", form: [("resy_token", old)]).status == 404)
    }

    @Test func insideTheCutOffACancelCostsOrIsForbidden() async throws {
        let diner = await Diner(world)
        _ = await diner.book(try await diner.bookToken(at: 99002))
        let cutOff = try #require(await world.liveReservations.first?.cutOff)
        await world.setNow(cutOff.addingTimeInterval(60))
        await world.change { $0.cancelInside = .forbidden }
        let token = try #require(try await diner.list().first?["resy_token"]?.string)
        #expect(await diner.post("/3/cancel", form: [("resy_token", token)]).status == 412)
        await world.change { $0.cancelInside = .fee }
        let reply = await diner.post("/3/cancel", form: [("resy_token", token)])
        #expect(reply.json?["payment"]?["transaction"]?["refund"] == 0)
    }

    @Test func captchaVenuesKeepTheirBookTokens() async throws {
        let diner = await Diner(world)
        let slot = try await diner.token(ofFirstSlotAt: 99020)
        #expect(await diner.details(slot, commit: 1).status == 403)
        #expect(await diner.details(slot, commit: 0).json?["book_token"] == nil)
    }

    @Test func lastOfSharedTablesGoesOnce() async throws {
        let diner = await Diner(world)
        let slots = try await diner.slots(99030)
        let counter = try #require(slots.first?["config"]?["token"]?.string)
        #expect(slots.count { $0["config"]?["token"]?.string == counter } == 4)
        let token = try #require(await diner.details(counter).json?["book_token"]?["value"]?.string)
        #expect(await diner.book(token).status == 201)
        #expect(try await diner.slots(99030).allSatisfy { $0["config"]?["token"]?.string != counter })
    }
}
