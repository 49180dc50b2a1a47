#include "helper.h"

using namespace selaras;
using namespace selaras::test;

TEST_CASE("paragraphs and bullets are read under the nearest heading") {
  const Message message = read_body("# Fees\n\nPay nobody.\n\n## Malaysia\n- No fee.\n- No debt.\n\n# Help\nCall us.\n");
  CHECK(outline(message) ==
        "heading| Fees\nparagraph(0)| Pay nobody.\nheading(0)| Malaysia\nbullet(2)| No fee.\nbullet(2)| No debt.\n"
        "heading| Help\nparagraph(5)| Call us.\n");
  CHECK(message.blocks[2].level == 2);
}

TEST_CASE("a list is read under the paragraph that announces it, and an inner list under its item") {
  CHECK(outline(read_body("# Pack\nBring these:\n- a passport\n  1. the old one\n  2. the new one\n- a ticket\n\nGood luck.\n")) ==
        "heading| Pack\nparagraph(0)| Bring these:\nbullet(1)| a passport\nbullet(2)| the old one\nbullet(2)| the new one\n"
        "bullet(1)| a ticket\nparagraph(0)| Good luck.\n");
  CHECK(outline(read_body("No colon here.\n\n- an item\n")) == "paragraph| No colon here.\nbullet| an item\n");
}

TEST_CASE("a second paragraph of an item is read under the item") {
  CHECK(outline(read_body("- one\n\n  more of one\n- two\n")) == "bullet| one\nbullet(0)| more of one\nbullet| two\n");
}

TEST_CASE("the number of an item is not part of its text, in any script") {
  CHECK(outline(read_body("1. one\n2. two\n")) == "bullet| one\nbullet| two\n");
  CHECK(outline(read_body("১. এক\n২. দুই\n", "leaflet", "bn")) == "bullet| এক\nbullet| দুই\n");
  CHECK(outline(read_body("• one\n• two\nCall us.\n")) == "bullet| one\nbullet| two\nparagraph| Call us.\n");
}

TEST_CASE("a year at the start of a line is no number of a list") {
  CHECK(outline(read_body("2024. That was the year.\n")) == "bullet| 2024. That was the year.\n");
}

TEST_CASE("a sign-off at the margin below a list is no part of the last item") {
  CHECK(outline(read_body("- No fee.\n- No debt.\nThe labour office\n")) ==
        "bullet| No fee.\nbullet| No debt.\nparagraph| The labour office\n");
  CHECK(outline(read_body("- a long item that is\n  wrapped.\n- two\n")) ==
        "bullet| a long item that is / wrapped.\nbullet| two\n");
}

TEST_CASE("a table cell knows its column and its row") {
  const Message message = read_body("| Place | Fee |\n|---|---|\n| Malaysia | RM500 |\n| Qatar | |\n");
  CHECK(outline(message) == "cell| Place\ncell| Fee\ncell(0)| Malaysia\ncell(1)| RM500\ncell(0)| Qatar\n");
  CHECK_FALSE(message.blocks[2].row_header.has_value());
  CHECK(message.blocks[3].row_header == 2);
}

TEST_CASE("a table of myths and facts pairs its cells") {
  CHECK(outline(read_body("| Myth | Fact |\n|---|---|\n| It is free. | It is not. |\n| Boats go. | They do not. |\n")) ==
        "cell| Myth\ncell| Fact\nmyth(0)| It is free.\nfact(2)| It is not.\nmyth(0)| Boats go.\nfact(4)| They do not.\n");
}

TEST_CASE("questions and answers are told by their labels in many shapes") {
  const std::string expected = "question| May I work?\nanswer(0)| No.\nquestion| May I stay?\nanswer(2)| Yes.\n";
  for (const char* body : {
           "Q: May I work?\nA: No.\n\nQ: May I stay?\nA: Yes.\n",
           "Q. May I work?\nA. No.\nQ. May I stay?\nA. Yes.\n",
           "Q1: May I work?\nA1: No.\nQ2: May I stay?\nA2: Yes.\n",
           "**Q.** May I work?\n**A.** No.\n\n**Q.** May I stay?\n\n**A.** Yes.\n",
           "**Q: May I work?**\nA: No.\n**Q: May I stay?**\nA: Yes.\n",
           "Question: May I work?\nAnswer: No.\nQuestion: May I stay?\nAnswer: Yes.\n",
           "- Q: May I work?\n- A: No.\n- Q: May I stay?\n- A: Yes.\n",
           "**May I work?**\nNo.\n\n**May I stay?**\nYes.\n",
           "*May I work?*\n\nNo.\n\n*May I stay?*\n\nYes.\n",
           "Q: May I work?\nNo.\n\nQ: May I stay?\nYes.\n",
       }) {
    CAPTURE(body);
    CHECK(outline(read_body(body, "qa")) == expected);
  }
}

TEST_CASE("labels are known in the language of the message") {
  CHECK(outline(read_body("**ถาม** ไปได้ไหม\n**ตอบ** ไม่ได้\n", "qa", "th")) == "question| ไปได้ไหม\nanswer(0)| ไม่ได้\n");
  CHECK(outline(read_body("**မေး -** ရလား။\n**ဖြေ -** မရပါ။\n", "qa", "my")) == "question| ရလား။\nanswer(0)| မရပါ။\n");
  CHECK(outline(read_body("T: Boleh?\nJ: Tidak.\n", "qa", "id")) == "question| Boleh?\nanswer(0)| Tidak.\n");
  CHECK(outline(read_body("T: Puwede?\nS: Hindi.\n", "qa", "fil")) == "question| Puwede?\nanswer(0)| Hindi.\n");
}

TEST_CASE("letters that count options are no answers") {
  CHECK(outline(read_body("A. Go home.\nB. Stay.\n")) == "paragraph| A. Go home. / B. Stay.\n");
}

TEST_CASE("headings with numbers ask questions") {
  CHECK(outline(read_body("## 1. May I work?\nNo.\n\nNot ever.\n\n## 2. May I stay?\nYes.\n")) ==
        "question| May I work?\nanswer(0)| No.\nparagraph(0)| Not ever.\nquestion| May I stay?\nanswer(3)| Yes.\n");
  CHECK(outline(read_body("## Missed the date?\nCall us.\n")) == "heading| Missed the date?\nparagraph(0)| Call us.\n");
}

TEST_CASE("where questions are in bold, a bold statement in their place is asked too") {
  CHECK(outline(read_body("**Is it free?**\nNo.\n\n**Is it safe?**\nNo.\n\n**I was told I may stay.**\nNot so.\n")) ==
        "question| Is it free?\nanswer(0)| No.\nquestion| Is it safe?\nanswer(2)| No.\nquestion| I was told I may stay.\n"
        "answer(4)| Not so.\n");
}

TEST_CASE("a quotation that asks is a question, and what follows answers it") {
  CHECK(outline(read_body("\"Is the ferry safe?\" Perhaps.\n")) == "question| \"Is the ferry safe?\"\nanswer(0)| Perhaps.\n");
  CHECK(outline(read_body("\"Do you have it?\" he asked.\n")) == "paragraph| \"Do you have it?\" he asked.\n");
}

TEST_CASE("myths and facts are told by their labels and paired") {
  const std::string expected = "myth| Boats are safe.\nfact(0)| They sink.\nmyth| It is free.\nfact(2)| It costs lives.\n";
  for (const char* body : {
           "Myth: Boats are safe.\nFact: They sink.\nMyth: It is free.\nFact: It costs lives.\n",
           "**Myth 1:** Boats are safe.\n**Fact:** They sink.\n\n**MYTH 2:** It is free.\n**FACT:** It costs lives.\n",
           "Rumour: Boats are safe.\n\nTruth: They sink.\n\nRumour: It is free.\n\nTruth: It costs lives.\n",
           "False: Boats are safe.\nTrue: They sink.\nFalse: It is free.\nTrue: It costs lives.\n",
           "- **Myth** – Boats are safe.\n- **Fact** – They sink.\n- **Myth** – It is free.\n- **Fact** – It costs lives.\n",
           "❌ Myth: Boats are safe.\n✅ Fact: They sink.\n❌ Myth: It is free.\n✅ Fact: It costs lives.\n",
           "**Myth**\nBoats are safe.\n\n**Fact**\nThey sink.\n\n**Myth**\nIt is free.\n\n**Fact**\nIt costs lives.\n",
       }) {
    CAPTURE(body);
    CHECK(outline(read_body(body)) == expected);
  }
}

TEST_CASE("what follows a myth corrects it when no label says so") {
  CHECK(outline(read_body("**Myth:** Boats are safe.\nThey sink.\n")) == "myth| Boats are safe.\nfact(0)| They sink.\n");
}

TEST_CASE("a word that only sounds like a label stays text") {
  CHECK(outline(read_body("False. That ended.\n")) == "paragraph| False. That ended.\n");
  CHECK(outline(read_body("Mythical beasts: none.\n")) == "paragraph| Mythical beasts: none.\n");
  CHECK(outline(read_body("**Is it true?**\nFalse: it ended.\n")) == "question| Is it true?\nanswer(0)| False: it ended.\n");
}

TEST_CASE("headings may label whole sections") {
  CHECK(outline(read_body("## Myth\n- Boats are safe.\n\n## Fact\n- They sink.\n")) ==
        "heading| Myth\nmyth(0)| Boats are safe.\nheading| Fact\nfact(2)| They sink.\n");
}

TEST_CASE("speakers of a script are known, and stage directions are not speech") {
  CHECK(outline(read_body("(SFX: rain)\nAMINA: Who asks for money?\nRAHIM: The dalal.\nAMINA: Pay nothing.\nANNOUNCER: Call us.\n",
                          "radio")) ==
        "stage| (SFX: rain)\ndialogue AMINA| Who asks for money?\ndialogue RAHIM| The dalal.\ndialogue AMINA| Pay nothing.\n"
        "dialogue ANNOUNCER*| Call us.\n");
  CHECK(outline(read_body("**Rahim:** Is it free?\n**BMET:** It is.\n**Rahim:** Good.\n", "radio")) ==
        "dialogue Rahim| Is it free?\ndialogue BMET*| It is.\ndialogue Rahim| Good.\n");
  CHECK(outline(read_body("- Host: Is it free?\n- Guest: It is.\n", "radio")) ==
        "dialogue Host*| Is it free?\ndialogue Guest| It is.\n");
  CHECK(outline(read_body("(Voice 1) Is it free?\n(Voice 2) It is.\n", "radio")) ==
        "dialogue Voice 1| Is it free?\ndialogue Voice 2| It is.\n");
  CHECK(outline(read_body("SFX: waves.\nTITLE: Who pays?\nYour part: to read.\nEND CARD: Call 1989.\n", "video")) ==
        "stage| waves.\nparagraph| Who pays?\nparagraph| Your part: to read.\nparagraph| Call 1989.\n");
}

TEST_CASE("outside scripts only an exchange is a dialogue") {
  CHECK(outline(read_body("Fee: RM500\nAge: 18\nOpen: 9-5\n", "poster")) == "paragraph| Fee: RM500 / Age: 18 / Open: 9-5\n");
  CHECK(outline(read_body("Amina: Is it free?\nRahim: It is.\nAmina: Good.\n", "social")) ==
        "dialogue Amina| Is it free?\ndialogue Rahim| It is.\ndialogue Amina| Good.\n");
  CHECK(outline(read_body("(Free of charge.)\nCome in.\n", "poster")) == "paragraph| (Free of charge.) / Come in.\n");
}

TEST_CASE("lines that start with a label in bold are blocks of their own") {
  const Message message = read_body("**Who?** All workers.\n**How much?** RM500.\n**Which day?** April.\n");
  CHECK(outline(message) == "paragraph| Who? All workers.\nparagraph| How much? RM500.\nparagraph| Which day? April.\n");
  REQUIRE(message.blocks[1].emphasised.size() == 1);
  CHECK(message.blocks[1].emphasised[0] == Span{0, 9});
}

TEST_CASE("a bold line on top is a heading") {
  CHECK(outline(read_body("**Working in Thailand**\nPermits are free.\n")) ==
        "heading| Working in Thailand\nparagraph(0)| Permits are free.\n");
  CHECK(outline(read_body("**You pay nothing.**\n\nCome in.\n")) == "paragraph| You pay nothing.\nparagraph| Come in.\n");
}

TEST_CASE("markup, comments and tags are no text; code, links and entities are") {
  const Message message = read_body(
      "See <!-- not\nthis --> `form 5` at [our **site**](https://x.org/a_b) &amp; call.\n\n<!--\n\nhidden\n-->\n\n"
      "<div>Bring <b>this</b><br>and that</div>\n");
  CHECK(outline(message).starts_with("paragraph| See"));
  CHECK(message.blocks[0].content.text().find("form 5 at our site & call.") != std::string::npos);
  REQUIRE(message.blocks[0].links.size() == 1);
  CHECK(message.blocks[0].links[0].target == "https://x.org/a_b");
  CHECK(slice(message.blocks[0].content.text(), message.blocks[0].links[0].text) == "our site");
  REQUIRE(message.blocks.size() == 2);
  CHECK(message.blocks[1].content.text() == "Bring this\nand that");
}

TEST_CASE("a comment that never ends is reported, not silently swallowed") {
  const Reading reading = read_text(front_matter("leaflet") + "Text.\n\n<!-- oops\n\nMore text.\n");
  CHECK(reading.first() == "m.md:14:1: warning: this comment never ends: the text after it is not read (close it with `-->`)");
}

TEST_CASE("hashtags are not headings, and indented text is not code") {
  CHECK(outline(read_body("#SafeMigration\n\n    indented\n")) == "paragraph| #SafeMigration\nparagraph| indented\n");
}

TEST_CASE("a block quote is marked") {
  const Message message = read_body("> They say it is free.\n\nIt is not.\n");
  CHECK(message.blocks[0].quoted);
  CHECK_FALSE(message.blocks[1].quoted);
}
