@day
Feature: From opening to closing, and over midnight

  Background:
    Given T1 starts signed-in
    And card A starts with a balance of 500.00 yuan

  @S-03
  Scenario: After sign-off the working keys are void
    When the clerk signs off
    Then T1 is signed-off
    And T1 has sent 0820 once
    And the MAC key of T1 at the host is REVOKED
    When the clerk sells goods for 5.00 yuan with card A
    Then T1 shows "sign in first"
    And T1 has sent nothing

  @N-09
  Scenario: After settlement and sign-in both ends have the next batch
    Given T1 has batch 000123 and next trace 000041
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk settles
    And the clerk signs in
    Then the last 0810 to T1 has F60.2 000124
    And T1 is at batch 000124 and next trace 000045
    And the journal of T1 holds 0 transactions
    When the clerk sells goods for 10.00 yuan with card A
    Then the last sale is approved
    And the next 0200 from T1 has F60.2 000124

  @S-01
  Scenario: The terminal takes batch, date and time from the host
    Given the host answers the next 0800 with F60.2 000077
    When the clerk signs in
    Then the sign-in is approved
    And T1 is at batch 000077 and next trace 000002

  @N-09
  Scenario: Totals that differ are uploaded and called different
    Given the next 0500 from T1 is sent with F48 00000000250000100000000000000000000000000000000000000000000000
    When the clerk settles
    Then the last 0320 from T1 has F60.3 202
    And T1 shows "totals differ"

  @T-08
  Scenario: A sale that is begun at one second to midnight has the host's date and time
    When the clock reaches 23:59:59
    And the clerk sells "milk" for 6.50 yuan with card A
    Then the sale is approved
    And the next 0210 to T1 has F13 0317
    And the last cardholder copy of T1 reads "2026/03/17 00:00"

  @K-30 @N-09
  Scenario: A restart in the middle of the day forgets nothing
    When the clerk sells goods for 25.00 yuan with card A
    And the clerk restarts T1
    Then T1 is signed-in
    And the journal of T1 holds 1 transactions
    When the clerk voids the sale
    Then the void is approved
    And the balance of card A is 500.00 yuan

  @S-12
  Scenario: A sign-in that nobody answers is tried three times, a minute apart
    Given the host does not answer every 0800
    When the clerk signs in
    Then T1 has sent 0800 3 times
    And the 1st 0800 from T1 and the 2nd 0800 from T1 are 60 s apart
    And the 2nd 0800 from T1 and the 3rd 0800 from T1 are 60 s apart

  @K-21 @S-08
  Scenario: The master key at both ends is the one that the bank gave
    Given T2 has the master key with check value 08D7B4FB
    And T2 starts loaded
    Then the master key of T2 has the check value 08D7B4FB
