@keys @sign-in
Feature: Working keys come wrapped, are checked, and stay inside

  Background:
    Given T1 starts loaded

  @K-19
  Scenario: The host keeps two forms of each key and gives away one
    When the clerk signs in
    Then the host keeps each working key of T1 in POS form and SYS form
    And the HSM has received U4 once

  @K-20 @P-10
  Scenario: No command of the pad gives a key
    When the clerk signs in
    And every command of the pad of T1 is tried
    Then no answer of the pad of T1 holds a key
    And the last 0810 to T1 has F62 present
    And no wire carries the working keys in clear

  @S-04
  Scenario: An answer altered on the line brings no key
    Given the next sign-in answer to T1 is delivered with one bit of F62 flipped
    When the clerk signs in
    Then T1 shows "working key download failed, confirm master key download"
    And the PIN key of T1 is EMPTY
    And the MAC key of T1 is EMPTY
    And the track key of T1 is EMPTY
    And T1 is loaded

  @S-08
  Scenario: Two master keys cannot agree on working keys
    Given T1 has the master key with check value 08D7B4FB
    When the clerk signs in
    Then T1 shows "working key download failed, confirm master key download"
    And the MAC key of T1 is EMPTY

  @S-07
  Scenario: A pad that does not answer
    When the pad of T1 stops answering
    And the clerk signs in
    Then T1 shows "encryption module error"
    And T1 is loaded
