/* What Resy's answers cost by themselves: the same warm requests as the program's, in a row on one connection, by libcurl
 * and nothing else. Orders come on standard input, one a line; each is answered with its milliseconds.
 *
 *     floor URL CACERT KEY TOKEN AGENT
 *     find VENUE DAY PARTY | book VENUE DAY PARTY | deed VENUE DAY PARTY | list
 *
 * A deed is a booking with what must not be left out of one: the account's list beside the find, and a synced write before and
 * after what cannot be taken back. What is booked is cancelled again behind its time. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define LIST "/3/user/reservations?type=upcoming&limit=50&offset=1&book_on_behalf_of=false"

static CURL *easy, *list;
static CURLM *both;
static enum { NONE, FIND, REST } deed;
static struct curl_slist *json, *form, *plain;
static const char *base;
static char *answer;
static size_t length, room;

static void fail(const char *what) {
    fprintf(stderr, "floor: %s: %.300s\n", what, answer ? answer : "");
    exit(1);
}

static size_t take(char *bytes, size_t size, size_t count, void *context) {
    (void)context;
    size *= count;
    if (length + size + 1 > room) {
        room = 2 * (length + size + 1);
        answer = realloc(answer, room);
    }
    memcpy(answer + length, bytes, size);
    length += size;
    answer[length] = 0;
    return size;
}

static size_t drop(char *bytes, size_t size, size_t count, void *context) {
    (void)bytes;
    (void)context;
    return size * count;
}

/* As many bytes as a log of the program's takes for an intent and for an outcome, in a file that has them already. */
static void record(size_t pages) {
    static char bytes[16 * 4096];
    static int file = -1;
    if (file < 0) {
        char name[] = "/tmp/floor.XXXXXX";
        file = mkstemp(name);
        unlink(name);
        if (file < 0 || write(file, bytes, sizeof bytes) != sizeof bytes || fsync(file)) fail("a file");
    }
    bytes[0]++;
    if (pwrite(file, bytes, pages * 4096, 0) != (ssize_t)pages * 4096 || fdatasync(file)) fail("a write");
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* On one connection: the request, and the list where it is due. */
static void perform_both(void) {
    int running = 1, has_list = deed == FIND;
    long status = 0;
    curl_multi_add_handle(both, easy);
    if (has_list) curl_multi_add_handle(both, list);
    while (running) {
        if (curl_multi_perform(both, &running)) fail("several at once");
        if (running) curl_multi_poll(both, NULL, 0, 1000, NULL);
    }
    curl_multi_remove_handle(both, easy);
    if (!has_list) return;
    curl_multi_remove_handle(both, list);
    curl_easy_getinfo(list, CURLINFO_RESPONSE_CODE, &status);
    if (status / 100 != 2) fail("the list");
}

/* One request; ends the program for anything but 2xx. */
static void ask(const char *path, struct curl_slist *headers, const char *body) {
    static char url[4096];
    long status = 0;
    snprintf(url, sizeof url, "%s%s", base, path);
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    if (body) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body);
    } else {
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
    }
    length = 0;
    if (deed) {
        perform_both();
    } else if (curl_easy_perform(easy) != CURLE_OK) {
        fail(path);
    }
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    if (status / 100 != 2) fail(path);
}

/* The text behind the first place of `name` from `start` on, as it is written in JSON; freed by the caller. */
static char *text(const char *start, const char *name) {
    const char *place = start ? strstr(start, name) : NULL;
    if (!place) fail(name);
    place += strlen(name);
    const char *end = strchr(place, '"');
    return strndup(place, end - place);
}

static void find(const char *venue, const char *day, const char *party) {
    char body[512];
    snprintf(body, sizeof body, "{\"lat\":0,\"long\":0,\"day\":\"%s\",\"party_size\":%s,\"venue_id\":%s}", day, party, venue);
    ask("/4/find", json, body);
}

static double book(const char *venue, const char *day, const char *party) {
    static char body[8192];
    double start = now();
    find(venue, day, party);
    if (deed) deed = REST;
    char *token = text(strstr(answer, "\"slots\""), "\"token\":\"");
    snprintf(
        body, sizeof body, "{\"commit\":1,\"config_id\":\"%s\",\"day\":\"%s\",\"party_size\":%s}", token, day, party);
    ask("/3/details", json, body);
    char *value = text(strstr(answer, "\"book_token\""), "\"value\":\"");
    char *escaped = curl_easy_escape(easy, value, 0);
    snprintf(body, sizeof body, "book_token=%s&source_id=resy.com-venue-details&venue_marketing_opt_in=0", escaped);
    if (deed) record(5);
    ask("/3/book", form, body);
    if (deed) record(9);
    double elapsed = now() - start;
    char *booked = text(answer, "\"resy_token\":\"");
    curl_free(escaped);
    escaped = curl_easy_escape(easy, booked, 0);
    snprintf(body, sizeof body, "resy_token=%s", escaped);
    ask("/3/cancel", form, body);
    curl_free(escaped);
    free(token);
    free(value);
    free(booked);
    return elapsed;
}

int main(int count, char **words) {
    static char line[512], header[4096];
    char order[16], venue[32], day[32], party[8];
    if (count != 6) return 2;
    base = words[1];
    easy = curl_easy_init();
    both = curl_multi_init();
    const char *names[] = {"Authorization: ResyAPI api_key=\"%s\"", "X-Resy-Auth-Token: %s", "X-Resy-Universal-Auth: %s"};
    for (int index = 0; index < 3; index++) {
        snprintf(header, sizeof header, names[index], words[index ? 4 : 3]);
        plain = curl_slist_append(plain, header);
        json = curl_slist_append(json, header);
        form = curl_slist_append(form, header);
    }
    json = curl_slist_append(json, "Content-Type: application/json");
    curl_easy_setopt(easy, CURLOPT_CAINFO, words[2]);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, words[5]);
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_2TLS);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
    list = curl_easy_duphandle(easy);
    snprintf(header, sizeof header, "%s" LIST, base);
    curl_easy_setopt(list, CURLOPT_URL, header);
    curl_easy_setopt(list, CURLOPT_HTTPHEADER, plain);
    curl_easy_setopt(list, CURLOPT_WRITEFUNCTION, drop);
    while (fgets(line, sizeof line, stdin)) {
        int fields = sscanf(line, "%15s %31s %31s %7s", order, venue, day, party);
        double elapsed = 0;
        if (fields == 4 && (!strcmp(order, "book") || !strcmp(order, "deed"))) {
            deed = *order == 'd' ? FIND : NONE;
            elapsed = book(venue, day, party);
            deed = NONE;
        } else {
            double start = now();
            if (fields == 4) {
                find(venue, day, party);
            } else {
                ask(LIST, plain, NULL);
            }
            elapsed = now() - start;
        }
        printf("%.4f\n", elapsed);
        fflush(stdout);
    }
    return 0;
}
